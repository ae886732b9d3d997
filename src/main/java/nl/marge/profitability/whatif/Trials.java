package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import nl.marge.allocation.lever.Lever;
import nl.marge.allocation.lever.LeverChange;
import nl.marge.allocation.lever.LeverKind;
import nl.marge.allocation.plan.RunPrints;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;

/** Calculations with levers moved on trial: one percent of each on each row, or as far as a target needs. Pure. */
public final class Trials {

    /** Rows times levers at most; a driver counts once for each run, because each of them is made again. */
    static final int TRIALS_LIMIT = 20_000;

    private final Ground ground;
    private final Calculation calculation;

    /** Trials on this ground. */
    public Trials(Ground ground) {
        this.ground = ground;
        this.calculation = new Calculation(ground);
    }

    /**
     * What one percent of a lever does.
     *
     * @param changePercent 1 for the price, otherwise -1
     * @param rowEffect on the profit of the row, in minor units
     * @param companyEffect on that of all rows together
     */
    public record Sensitivity(
            ReportRow row,
            LeverKind lever,
            Optional<String> driver,
            int changePercent,
            BigInteger rowEffect,
            BigInteger companyEffect) {

        public Sensitivity {
            requireNonNull(row, "row");
            requireNonNull(lever, "lever");
            requireNonNull(driver, "driver");
            requireNonNull(rowEffect, "rowEffect");
            requireNonNull(companyEffect, "companyEffect");
        }
    }

    /**
     * One percent of each lever on each row, in the direction that is better for profit; the largest effect on a row
     * first. What does nothing is left out.
     *
     * @throws Refusal when there is too much to try
     */
    public List<Sensitivity> sensitivity() {
        List<ReportRow> rows = ground.report().rows().stream()
                .filter(row -> row.kind() == RowKind.VALUE || row.kind() == RowKind.UNASSIGNED)
                .toList();
        List<String> drivers = drivers();
        refuseIfTooMany(rows.size(), drivers.size());
        List<Sensitivity> found = new ArrayList<>();
        for (ReportRow row : rows) {
            Arrays.stream(LeverKind.values()).forEach(kind -> amount(row, kind).ifPresent(found::add));
            drivers.forEach(driver -> driver(row, driver).ifPresent(found::add));
        }
        found.sort(Comparator.comparing(Sensitivity::rowEffect).reversed());
        return found;
    }

    /** How far {@code lever} has to be moved until a row reaches a target in a line of the template. */
    public BreakEven.Found breakEven(Step lever, ReportRow row, int line, BreakEven.Target target) {
        int netRevenue = ground.rows().line("NET_REVENUE").orElse(line);
        int index = ground.report().rows().indexOf(row);
        BigInteger value = ground.report().values(index).value(line, 0);
        BigInteger net = ground.report().values(index).value(netRevenue, 0);
        BigInteger company = ground.report().total().value(line, 0);
        return new BreakEven(
                        change -> {
                            Lever moved = lever.lever().moved(new LeverChange.Percent(BreakEven.percent(change)));
                            Differences differences =
                                    calculation.differences(List.of(new Step(moved, lever.reach(), lever.place())));
                            List<BigInteger> ofRow = differences.row(row.key());
                            return new BreakEven.Point(
                                    value.add(ofRow.get(line)),
                                    net.add(ofRow.get(netRevenue)),
                                    company.add(differences.company().get(line)));
                        },
                        target)
                .search();
    }

    private Optional<Sensitivity> amount(ReportRow row, LeverKind kind) {
        int percent = kind == LeverKind.PRICE ? 1 : -1;
        Differences differences = differences(row, kind, Optional.empty(), percent);
        return sensitivity(row, kind, Optional.empty(), percent, differences);
    }

    /** A driver is of the lever on whose lines its cost arrives; one of overhead is of none. */
    private Optional<Sensitivity> driver(ReportRow row, String driver) {
        Differences differences = differences(row, LeverKind.BACK_OFFICE, Optional.of(driver), -1);
        List<BigInteger> changes = differences.row(row.key());
        BigInteger work = moved(changes, LeverKind.BACK_OFFICE);
        BigInteger credit = moved(changes, LeverKind.CREDIT_COLLECTION);
        if (work.signum() == 0 && credit.signum() == 0) {
            return Optional.empty();
        }
        LeverKind kind = work.compareTo(credit) >= 0 ? LeverKind.BACK_OFFICE : LeverKind.CREDIT_COLLECTION;
        return sensitivity(row, kind, Optional.of(driver), -1, differences);
    }

    private BigInteger moved(List<BigInteger> changes, LeverKind kind) {
        return kind.lines().stream()
                .map(ground.rows()::line)
                .flatMapToInt(OptionalInt::stream)
                .mapToObj(line -> changes.get(line).abs())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Optional<Sensitivity> sensitivity(
            ReportRow row, LeverKind kind, Optional<String> driver, int percent, Differences differences) {
        int profit = ground.rows().profit();
        BigInteger effect = differences.row(row.key()).get(profit);
        return effect.signum() == 0
                ? Optional.empty()
                : Optional.of(new Sensitivity(
                        row,
                        kind,
                        driver,
                        percent,
                        effect,
                        differences.company().get(profit)));
    }

    private Differences differences(ReportRow row, LeverKind kind, Optional<String> driver, int percent) {
        LeverChange change = new LeverChange.Percent(BigDecimal.valueOf(percent));
        Lever lever = new Lever(kind, "", driver, change, Optional.empty());
        return calculation.differences(List.of(new Step(lever, ground.reachOfRow(row.key()), Place.REQUEST)));
    }

    /** The drivers by which time is costed or cost goes straight to receivers. */
    private List<String> drivers() {
        return ground.runs().stream()
                .flatMap(run -> run.gathered().rules().stream())
                .filter(rule -> rule.method() == Method.TIME_DRIVEN || rule.method() == Method.DIRECT)
                .flatMap(rule -> RunPrints.drivers(rule).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void refuseIfTooMany(int rows, int drivers) {
        long trials = (long) rows
                * (LeverKind.values().length + (long) drivers * ground.runs().size());
        if (trials > TRIALS_LIMIT) {
            throw Refusal.of(
                    Refusal.Reason.ENTRY_REFUSED,
                    Violation.at(
                            "/by",
                            ViolationCode.REPORT_TOO_LARGE,
                            "One percent of each lever on each of " + rows + " rows would take " + trials
                                    + " calculations, at most " + TRIALS_LIMIT
                                    + " are made. Ask for fewer rows, or for fewer periods."));
        }
    }

    /** The subtotals by which levers are judged, as lines of the template: CM4 where there is one, and the profit. */
    public static List<Integer> measures(StatementRows rows) {
        return Stream.concat(rows.line("CM4").stream().boxed(), Stream.of(rows.profit()))
                .distinct()
                .toList();
    }
}
