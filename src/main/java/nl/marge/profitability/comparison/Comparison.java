package nl.marge.profitability.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.platform.http.QueryParameters;

/** What a report sets its figures against: an earlier range of the same books, or another scenario. */
public sealed interface Comparison {

    /** The query parameter it is asked by. */
    String PARAMETER = "compare";

    /** The same dates a year before. */
    record PreviousYear() implements Comparison {
        @Override
        public String text() {
            return "PREVIOUS_YEAR";
        }
    }

    /** As long a range, right before. */
    record PreviousPeriod() implements Comparison {
        @Override
        public String text() {
            return "PREVIOUS_PERIOD";
        }
    }

    /** The same range in another scenario. */
    record Scenario(String code) implements Comparison {
        private static final String PREFIX = "SCENARIO:";

        public Scenario {
            requireNonNull(code, "code");
        }

        @Override
        public String text() {
            return PREFIX + code;
        }
    }

    /** The comparison as the contract writes it. */
    String text();

    /** How far back the range lies that {@code range} is compared with. */
    default DateShift shift(DateRange range) {
        if (this instanceof PreviousYear) {
            return DateShift.year();
        }
        return this instanceof PreviousPeriod ? DateShift.lengthOf(range) : DateShift.none();
    }

    /** Reads the parameter, if it is there; what cannot be read is noted and reads as absent. */
    static Optional<Comparison> read(QueryParameters query) {
        return LineSelection.parameter(
                query, PARAMETER, "", (text, wrong) -> query.text(PARAMETER).flatMap(given -> read(given, wrong)));
    }

    private static Optional<Comparison> read(String text, Violations violations) {
        String scenario = text.startsWith(Scenario.PREFIX) ? text.substring(Scenario.PREFIX.length()) : "";
        if (text.equals(new PreviousYear().text())) {
            return Optional.of(new PreviousYear());
        }
        if (text.equals(new PreviousPeriod().text())) {
            return Optional.of(new PreviousPeriod());
        }
        if (Codes.isCode(scenario)) {
            return Optional.of(new Scenario(scenario));
        }
        violations.add(Violation.parameter(
                PARAMETER,
                ViolationCode.PARAMETER_INVALID,
                "compare is \"" + Texts.excerpt(text)
                        + "\". Give PREVIOUS_YEAR, PREVIOUS_PERIOD or SCENARIO: with a scenario such as BUDGET."));
        return Optional.empty();
    }
}
