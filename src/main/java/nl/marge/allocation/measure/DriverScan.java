package nl.marge.allocation.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.Measure;
import nl.marge.cube.Questions;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupBy.Axis;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.kernel.Place;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.reference.Reference;

/** Measures one driver by one scan of the period. */
final class DriverScan {

    private static final BigInteger ONE = BigInteger.TEN.pow(Quantities.DECIMALS);

    private final CubeView view;
    private final Reference reference;
    private final MeasuredPeriod period;
    private final Questions questions;
    private final LedgerDriver driver;

    DriverScan(LedgerMeasurement of, LedgerDriver driver) {
        this.view = of.view();
        this.reference = of.reference();
        this.period = of.period();
        this.questions = of.questions();
        this.driver = driver;
    }

    MeasuredQuantities quantities() {
        GroupTable groups = view.groups(questions.groupingAsWas(reference, by(), driver.filter()));
        CubeQuery query = query();
        LedgerMeasurement.refuseIfTooLarge(query.cellsFor(groups.groups()), "Driver " + driver.code());
        Cells cells = view.sum(query, groups);
        Map<List<Integer>, BigInteger> byReceiver = new HashMap<>();
        for (int group = 0; group < groups.groups(); group++) {
            if (cells.lines(group) > 0) {
                byReceiver.merge(receiver(groups, group), quantity(groups, cells, group), BigInteger::add);
            }
        }
        List<ReceiverQuantity> receivers = new ArrayList<>();
        byReceiver.forEach((values, quantity) -> receivers.add(new ReceiverQuantity(values, exact(values, quantity))));
        receivers.sort(Comparator.comparing(ReceiverQuantity::valueIds, this::compareKeys));
        Map<Boolean, List<ReceiverQuantity>> partial =
                receivers.stream().collect(Collectors.partitioningBy(ReceiverQuantity::isPartial));
        return new MeasuredQuantities(partial.get(false), partial.get(true));
    }

    /** The receiving dimensions, and the one whose values are counted behind them. */
    private GroupBy by() {
        List<Axis> axes = new ArrayList<>();
        driver.receivers().forEach(dimension -> axes.add(new Axis(dimension, 0)));
        driver.distinct().ifPresent(dimension -> axes.add(new Axis(dimension, 0)));
        return new GroupBy(axes);
    }

    /** Row 1 counts with the other sign. */
    private CubeQuery query() {
        int[] rowByAccount = new int[reference.accountIdLimit()];
        Arrays.fill(rowByAccount, -1);
        reference.accounts().stream()
                .filter(account -> driver.accounts().includes(account))
                .forEach(account -> rowByAccount[account.id()] = isTurned(account) ? 1 : 0);
        return new CubeQuery(period.entries(driver.measure().kinds()), period.days(), rowByAccount, 2, measure());
    }

    private boolean isTurned(Account account) {
        AccountType type = account.type();
        return driver.measure() == LedgerMeasure.AMOUNT
                && (type == AccountType.REVENUE || type == AccountType.LIABILITY || type == AccountType.EQUITY);
    }

    private Measure measure() {
        return switch (driver.measure()) {
            case LINES, DISTINCT -> Measure.LINES;
            case ENTRIES -> Measure.ENTRIES;
            case AMOUNT -> Measure.AMOUNT;
            case QUANTITY -> Measure.QUANTITY;
        };
    }

    private List<Integer> receiver(GroupTable groups, int group) {
        return IntStream.range(0, driver.receivers().size())
                .mapToObj(axis -> groups.key(group, axis))
                .toList();
    }

    /** What a group adds to its receiver, in millionths. */
    private BigInteger quantity(GroupTable groups, Cells cells, int group) {
        BigInteger sum = cells.sum(group, 0, 0).subtract(cells.sum(group, 1, 0));
        return switch (driver.measure()) {
            case LINES, ENTRIES -> sum.multiply(ONE);
            case AMOUNT ->
                sum.multiply(BigInteger.TEN.pow(
                        Quantities.DECIMALS - reference.company().decimals()));
            case QUANTITY -> sum;
            case DISTINCT -> groups.key(group, driver.receivers().size()) == 0 ? BigInteger.ZERO : ONE;
        };
    }

    private long exact(List<Integer> values, BigInteger quantity) {
        if (quantity.bitLength() < Long.SIZE) {
            return quantity.longValue();
        }
        throw Refusal.of(
                Reason.ENTRY_REFUSED,
                new Violation(
                        ViolationCode.AMOUNT_LIMIT,
                        Place.REQUEST,
                        "Driver " + driver.code() + " measures " + quantity.divide(ONE) + " for " + text(values)
                                + " from " + period.first() + " to " + period.last()
                                + ", more than a quantity can be. Narrow its accounts or its filter."));
    }

    private String text(List<Integer> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> driver.receivers().get(i).code() + ":" + code(values.get(i)))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private String code(int valueId) {
        return valueId == 0 ? "" : reference.dimensions().value(valueId).code();
    }

    /** By code in byte order, a missing value last. */
    private int compareKeys(List<Integer> a, List<Integer> b) {
        int order = 0;
        for (int i = 0; i < a.size() && order == 0; i++) {
            boolean missing = a.get(i) == 0 || b.get(i) == 0;
            order = missing
                    ? Boolean.compare(a.get(i) == 0, b.get(i) == 0)
                    : code(a.get(i)).compareTo(code(b.get(i)));
        }
        return order;
    }
}
