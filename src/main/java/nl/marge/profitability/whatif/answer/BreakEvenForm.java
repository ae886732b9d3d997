package nl.marge.profitability.whatif.answer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.whatif.BreakEven;
import nl.marge.profitability.whatif.Ground;
import nl.marge.profitability.whatif.StatementRows;

/** Checks which row is to reach what; what is wrong is noted. */
final class BreakEvenForm {

    private static final String NET_REVENUE = "NET_REVENUE";

    private final Reference reference;
    private final Violations violations;

    BreakEvenForm(Reference reference, Violations violations) {
        this.reference = requireNonNull(reference, "reference");
        this.violations = requireNonNull(violations, "violations");
    }

    /** Which row is to reach which target, in which line of the template. */
    record Goal(List<Integer> row, int line, BreakEven.Target target) {
        Goal {
            row = List.copyOf(row);
            requireNonNull(target, "target");
        }
    }

    /** The goal of a request; empty when it is wrong. */
    Optional<Goal> goal(BreakEvenRequest request, GroupBy by) {
        int before = violations.total();
        List<Integer> row = key(request.row(), by);
        OptionalInt line = line(request.line());
        Optional<BreakEven.Target> target = target(request);
        return violations.total() == before
                ? Optional.of(new Goal(row, line.orElseThrow(), target.orElseThrow()))
                : Optional.empty();
    }

    /** The row of a report; one that is not there is noted, and the first one given. */
    ReportRow row(Ground ground, Goal goal) {
        ReportRow row = ReportRow.of(goal.row(), reference.dimensions());
        if (!ground.report().rows().contains(row)) {
            refuse("/row", "The report has no such row in its range. Name the key of a row that it shows.");
        }
        return row;
    }

    private List<Integer> key(Map<String, String> row, GroupBy by) {
        List<Integer> key = new ArrayList<>();
        for (GroupBy.Axis axis : by.axes()) {
            String code = row.getOrDefault(axis.term(), "");
            Optional<DimensionValue> value =
                    reference.dimensions().value(axis.dimension().id(), code);
            if (!code.isEmpty() && value.isEmpty()) {
                violations.add(
                        "/row/" + axis.term(),
                        ViolationCode.DIMENSION_VALUE_UNKNOWN,
                        "Value \"" + Texts.excerpt(code) + "\" of " + axis.term()
                                + " is unknown. Name one, or null for the unassigned.");
            }
            key.add(value.map(DimensionValue::id).orElse(0));
        }
        row.keySet().stream()
                .filter(term -> !by.terms().contains(term))
                .forEach(term -> refuse(
                        "/row",
                        "row names \"" + Texts.excerpt(term) + "\", which is no axis of by. Name values of by."));
        return key;
    }

    private OptionalInt line(Optional<String> code) {
        StatementRows rows = new StatementRows(reference);
        OptionalInt line = code.map(rows::line).orElseGet(() -> OptionalInt.of(rows.profit()));
        if (line.isEmpty()) {
            violations.add(
                    "/line",
                    ViolationCode.STATEMENT_LINE_UNKNOWN,
                    "The statement has no line \"" + Texts.excerpt(code.orElseThrow())
                            + "\". Give one of GET .../statement.");
        }
        return line;
    }

    private Optional<BreakEven.Target> target(BreakEvenRequest request) {
        if (request.amount().isPresent() == request.percentOfNetRevenue().isPresent()) {
            violations.add(
                    "/target",
                    request.amount().isPresent() ? ViolationCode.VALUE_INVALID : ViolationCode.VALUE_MISSING,
                    "The target is " + (request.amount().isPresent() ? "given twice" : "missing")
                            + ". Give either amount or percentOfNetRevenue.");
            return Optional.empty();
        }
        return request.amount().isPresent()
                ? request.amount().flatMap(this::amount)
                : request.percentOfNetRevenue().flatMap(this::percent);
    }

    private Optional<BreakEven.Target> amount(String text) {
        int decimals = reference.company().decimals();
        if (Money.read(text, decimals) instanceof Money.Reading.Amount amount) {
            return Optional.of(new BreakEven.Target(Optional.empty(), BigDecimal.valueOf(amount.minorUnits())));
        }
        violations.add(
                "/target/amount",
                ViolationCode.AMOUNT_MALFORMED,
                "The amount of the target is \"" + Texts.excerpt(text) + "\". Give a decimal such as 0.00 with at most "
                        + decimals + " decimals.");
        return Optional.empty();
    }

    private Optional<BreakEven.Target> percent(String text) {
        if (reference.statement().line(NET_REVENUE).isEmpty()) {
            violations.add(
                    "/target/percentOfNetRevenue",
                    ViolationCode.STATEMENT_LINE_UNKNOWN,
                    "The company's statement has no line NET_REVENUE. Give an amount.");
        }
        if (Quantities.read(text) instanceof Money.Reading.Amount percent) {
            return Optional.of(
                    new BreakEven.Target(Optional.of(Quantities.decimal(percent.minorUnits())), BigDecimal.ZERO));
        }
        violations.add(
                "/target/percentOfNetRevenue",
                ViolationCode.QUANTITY_MALFORMED,
                "The percentage of the target is \"" + Texts.excerpt(text)
                        + "\". Give a decimal such as 5 with at most 6 decimals.");
        return Optional.empty();
    }

    private void refuse(String pointer, String message) {
        violations.add(pointer, ViolationCode.VALUE_INVALID, message);
    }
}
