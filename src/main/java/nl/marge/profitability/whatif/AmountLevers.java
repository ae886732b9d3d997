package nl.marge.profitability.whatif;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.marge.allocation.lever.Lever;
import nl.marge.allocation.lever.LeverChange;
import nl.marge.allocation.lever.LeverKind;
import nl.marge.kernel.Place;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/**
 * Levers that scale amounts where they stand, one after the other, each on what those before it left. Exact but for
 * shares of a total, which have 34 digits; nothing is rounded to money here. Pure.
 */
final class AmountLevers {

    private static final List<String> FOLLOWING_REVENUE = List.of("GROSS_REVENUE", "DEDUCTIONS", "SALES_COMMISSION");
    private static final List<String> FOLLOWING_VOLUME = List.of("COGS");

    private final List<KeyedAmounts> base;
    private final StatementRows rows;
    private final int decimals;
    private final BigDecimal[][] now;
    private final Violations violations;

    private AmountLevers(List<KeyedAmounts> base, StatementRows rows, int decimals, Violations violations) {
        this.base = base;
        this.rows = rows;
        this.decimals = decimals;
        this.violations = violations;
        now = base.stream().map(AmountLevers::decimals).toArray(BigDecimal[][]::new);
    }

    /**
     * How much each of {@code base} changes, in minor units with natural signs, row by row.
     *
     * @param violations takes the levers whose base is 0
     */
    static List<BigDecimal[]> differences(Ground ground, List<Step> steps, Violations violations) {
        AmountLevers levers = new AmountLevers(ground.amounts(), ground.rows(), ground.decimals(), violations);
        steps.stream().filter(step -> step.lever().driver().isEmpty()).forEach(levers::move);
        return levers.differences();
    }

    private List<BigDecimal[]> differences() {
        return IntStream.range(0, now.length)
                .mapToObj(place -> {
                    BigDecimal[] before = decimals(base.get(place));
                    BigDecimal[] difference = new BigDecimal[before.length];
                    Arrays.setAll(difference, row -> now[place][row].subtract(before[row]));
                    return difference;
                })
                .toList();
    }

    private void move(Step step) {
        Lever lever = step.lever();
        if (lever.kind() == LeverKind.PRICE) {
            BigDecimal price = factor(((LeverChange.Percent) lever.change()).percent());
            BigDecimal volume = factor(lever.volumePercent().orElse(BigDecimal.ZERO));
            scale(step.reach(), FOLLOWING_REVENUE, price.multiply(volume));
            scale(step.reach(), FOLLOWING_VOLUME, volume);
        } else if (lever.change() instanceof LeverChange.Percent percent) {
            scale(step.reach(), lever.kind().lines(), factor(percent.percent()));
        } else if (lever.change() instanceof LeverChange.By by) {
            spread(step, total(step), by.value().movePointRight(decimals), "changeBy");
        } else if (lever.change() instanceof LeverChange.To to) {
            BigDecimal total = total(step);
            spread(step, total, to.value().movePointRight(decimals).subtract(total), "to");
        }
    }

    private void scale(Predicate<List<Integer>> reach, List<String> lines, BigDecimal factor) {
        int[] scaled = rowsOf(lines);
        for (int place = 0; place < now.length; place++) {
            if (reach.test(base.get(place).key())) {
                for (int row : scaled) {
                    now[place][row] = now[place][row].multiply(factor);
                }
            }
        }
    }

    private BigDecimal total(Step step) {
        int[] added = rowsOf(step.lever().kind().lines());
        BigDecimal total = BigDecimal.ZERO;
        for (int place = 0; place < now.length; place++) {
            if (step.reach().test(base.get(place).key())) {
                for (int row : added) {
                    total = total.add(now[place][row]);
                }
            }
        }
        return total;
    }

    /** Divides a change in proportion to what there is. */
    private void spread(Step step, BigDecimal total, BigDecimal change, String member) {
        if (change.signum() == 0) {
            return;
        }
        if (total.signum() == 0) {
            refuse(step, step.place().member(member));
            return;
        }
        int[] changed = rowsOf(step.lever().kind().lines());
        for (int place = 0; place < now.length; place++) {
            if (step.reach().test(base.get(place).key())) {
                for (int row : changed) {
                    BigDecimal share = now[place][row].multiply(change).divide(total, MathContext.DECIMAL128);
                    now[place][row] = now[place][row].add(share);
                }
            }
        }
    }

    private void refuse(Step step, Place place) {
        String filter = step.lever().filter();
        violations.add(
                place,
                ViolationCode.VALUE_INVALID,
                "Lever " + step.lever().kind() + " is to change "
                        + String.join(" and ", step.lever().kind().lines())
                        + (filter.isEmpty() ? "" : " of " + filter)
                        + ", which comes to 0 there, so nothing says whose it would be. Choose another filter, or leave"
                        + " the lever out.");
    }

    private int[] rowsOf(List<String> lines) {
        return lines.stream().flatMapToInt(code -> rows.row(code).stream()).toArray();
    }

    private static BigDecimal factor(BigDecimal percent) {
        return percent.movePointLeft(2).add(BigDecimal.ONE);
    }

    private static BigDecimal[] decimals(KeyedAmounts amounts) {
        return amounts.amounts().stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    /** The codes of the lines that a lever without driver moves. */
    static List<String> moved(Lever lever) {
        if (lever.kind() != LeverKind.PRICE) {
            return lever.kind().lines();
        }
        return java.util.stream.Stream.of(
                        FOLLOWING_REVENUE, lever.volumePercent().isPresent() ? FOLLOWING_VOLUME : List.<String>of())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a lever without driver reaches no amount at all, so that nothing comes of it however far it goes. */
    static boolean isOfNothing(Ground ground, Step step) {
        int[] moved = moved(step.lever()).stream()
                .flatMapToInt(code -> ground.rows().row(code).stream())
                .toArray();
        return ground.amounts().stream()
                .filter(amounts -> step.reach().test(amounts.key()))
                .allMatch(amounts -> IntStream.of(moved)
                        .allMatch(row -> amounts.amounts().get(row).signum() == 0));
    }

    /** The lines of work, of which only what was posted directly is moved. */
    static List<String> linesOfWork() {
        return java.util.stream.Stream.of(LeverKind.BACK_OFFICE, LeverKind.CREDIT_COLLECTION)
                .flatMap(kind -> kind.lines().stream())
                .toList();
    }

    /** Amounts that are all zero. */
    static BigInteger[] zeros(int count) {
        BigInteger[] zeros = new BigInteger[count];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
