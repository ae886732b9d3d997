package nl.marge.profitability.segmentation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.segmentation.Method;
import nl.marge.ledger.segmentation.Method.Condition;
import nl.marge.ledger.segmentation.Method.Cut;
import nl.marge.ledger.segmentation.Segmentation;
import nl.marge.profitability.LineValues;
import nl.marge.profitability.ranking.Ranking;
import nl.marge.profitability.ranking.Ranking.Ranked;

/** Which segment a method puts a ranked row into, and why. Pure. */
final class Placements {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Method method;
    private final String measure;
    private final Ranking ranking;
    private final int decimals;

    Placements(Segmentation segmentation, Ranking ranking) {
        this.method = segmentation.method();
        this.measure = segmentation.measure();
        this.ranking = ranking;
        this.decimals = ranking.report().reference().company().decimals();
    }

    /** A segment, empty for none, and the sentence that tells why. */
    record Placement(Optional<String> segment, String why) {
        Placement {
            requireNonNull(segment, "segment");
            requireNonNull(why, "why");
        }

        private static Placement in(String segment, String why) {
            return new Placement(Optional.of(segment), why);
        }

        private static Placement none(String why) {
            return new Placement(Optional.empty(), why);
        }
    }

    /** The placement of {@code value}, whose row is {@code row} with these {@code values} of the template's lines. */
    Placement of(DimensionValue value, Ranked row, LineValues values) {
        return switch (Kind.of(method)) {
            case DECILES -> decile(row);
            case TIERS -> tier(row, ((Method.Tiers) method).tiers());
            case RULES -> rule(value, values, ((Method.Rules) method).rules());
        };
    }

    /** Java 17 has no patterns in switches yet. */
    private enum Kind {
        DECILES,
        TIERS,
        RULES;

        static Kind of(Method method) {
            if (method instanceof Method.Deciles) {
                return DECILES;
            }
            return method instanceof Method.Tiers ? TIERS : RULES;
        }
    }

    private Placement decile(Ranked row) {
        int decile = ranking.decile(row.rank());
        return Placement.in(Method.Deciles.segment(decile), ranked(row) + ", in tenth " + decile + ".");
    }

    private Placement tier(Ranked row, List<Method.Tier> tiers) {
        for (Method.Tier tier : tiers) {
            Cut cut = tier.cut();
            if (cut instanceof Cut.Top top && row.rank() <= count(top)) {
                return Placement.in(tier.segment(), ranked(row) + ", among the first " + told(top) + ".");
            }
            if (cut instanceof Cut.Above above && row.measures().value().compareTo(above.amount()) > 0) {
                return Placement.in(tier.segment(), ranked(row) + ", above " + amount(above.amount()) + ".");
            }
            if (cut instanceof Cut.Rest) {
                return Placement.in(tier.segment(), ranked(row) + beyond(tiers.subList(0, tiers.size() - 1)));
            }
        }
        return Placement.none(ranked(row) + beyond(tiers));
    }

    /** That a value is beyond the last of some tiers. */
    private String beyond(List<Method.Tier> tiers) {
        if (tiers.isEmpty()) {
            return "; the one tier takes all.";
        }
        return tiers.get(tiers.size() - 1).cut() instanceof Cut.Top top
                ? ", after the first " + told(top) + "."
                : ", not above "
                        + amount(((Cut.Above) tiers.get(tiers.size() - 1).cut()).amount()) + ".";
    }

    private String told(Cut.Top top) {
        return count(top) + " (top " + Quantities.plain(top.percent()) + " %)";
    }

    /** How many rows the first {@code percent} of them are: rounded up, so that one is one. */
    private int count(Cut.Top top) {
        return top.percent()
                .multiply(BigDecimal.valueOf(ranking.ranked().size()))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .intValueExact();
    }

    private Placement rule(DimensionValue value, LineValues values, List<Method.Rule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            Method.Rule rule = rules.get(i);
            if (rule.conditions().stream().allMatch(condition -> holds(condition, value, values))) {
                return Placement.in(rule.segment(), "Rule " + (i + 1) + ": " + told(rule, value, values) + ".");
            }
        }
        return Placement.none("None of the " + rules.size() + " rules holds.");
    }

    private static boolean holds(Condition condition, DimensionValue value, LineValues values) {
        if (condition instanceof Condition.Attribute attribute) {
            return attribute.is().contains(value.attributes().getOrDefault(attribute.name(), ""))
                    && value.attributes().containsKey(attribute.name());
        }
        Condition.Measure measure = (Condition.Measure) condition;
        BigInteger amount = values.value(measure.index(), 0);
        return measure.above().map(least -> amount.compareTo(least) > 0).orElse(true)
                && measure.atMost().map(most -> amount.compareTo(most) <= 0).orElse(true);
    }

    private String told(Method.Rule rule, DimensionValue value, LineValues values) {
        if (rule.conditions().isEmpty()) {
            return "it takes what no rule before it took";
        }
        List<String> told = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            if (condition instanceof Condition.Attribute attribute) {
                told.add(attribute.name() + " is " + value.attributes().get(attribute.name()));
            } else {
                Condition.Measure measure = (Condition.Measure) condition;
                String bounds =
                        measure.above().map(least -> ", above " + amount(least)).orElse("")
                                + measure.atMost()
                                        .map(most -> ", at most " + amount(most))
                                        .orElse("");
                told.add(measure.line() + " is " + amount(values.value(measure.index(), 0)) + bounds);
            }
        }
        return String.join("; ", told);
    }

    private String ranked(Ranked row) {
        return measure + " " + amount(row.measures().value()) + " is rank " + row.rank() + " of "
                + ranking.ranked().size();
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }
}
