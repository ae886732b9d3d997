package nl.marge.dimension.grouping;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** As of which day a report looks up which value belongs to which; a value posted on the line wins in every mode. */
public sealed interface MembershipMode {

    /** The query parameter it is asked by. */
    String PARAMETER = "membership";

    /** By each line's own membership date: what was so when it happened. */
    record AsWas() implements MembershipMode {
        @Override
        public String text() {
            return "AS_WAS";
        }
    }

    /** By the memberships of today, in the company's time zone. */
    record AsIs(LocalDate today) implements MembershipMode {
        public AsIs {
            requireNonNull(today, "today");
        }

        @Override
        public String text() {
            return "AS_IS";
        }
    }

    /** By the memberships of one day. */
    record AsOf(LocalDate date) implements MembershipMode {
        public AsOf {
            requireNonNull(date, "date");
        }

        @Override
        public String text() {
            return "AS_OF:" + date;
        }
    }

    /** The mode as the contract writes it. */
    String text();

    /** The epoch day all lines are looked up by, or empty when each is by its own. */
    default OptionalInt fixedDay() {
        if (this instanceof AsIs asIs) {
            return OptionalInt.of(Math.toIntExact(asIs.today().toEpochDay()));
        }
        return this instanceof AsOf asOf
                ? OptionalInt.of(Math.toIntExact(asOf.date().toEpochDay()))
                : OptionalInt.empty();
    }

    /** Reads the parameter; what cannot be read is noted and taken as AS_WAS. */
    static MembershipMode read(String text, LocalDate today, Violations violations) {
        if (text.equals("AS_WAS")) {
            return new AsWas();
        }
        if (text.equals("AS_IS")) {
            return new AsIs(today);
        }
        Optional<LocalDate> date = text.startsWith("AS_OF:") ? Dates.read(text.substring(6)) : Optional.empty();
        if (date.isEmpty()) {
            violations.add(Violation.parameter(
                    PARAMETER,
                    ViolationCode.PARAMETER_INVALID,
                    "membership is \"" + Texts.excerpt(text) + "\". Give AS_WAS, AS_IS or AS_OF: with " + Dates.FORM
                            + "."));
        }
        return date.<MembershipMode>map(AsOf::new).orElseGet(AsWas::new);
    }
}
