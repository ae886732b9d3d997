package nl.marge.ledger.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.definition.Values;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.setting.Validity;
import nl.marge.ledger.setting.ValueSelection;

/** What is checked alike in every rule that postings must satisfy. */
final class RuleForm {

    /** Rules of a kind in a company at most: a line is held against each. */
    static final int RULES_LIMIT = 1_000;

    private final String noun;
    private final DimensionReference reference;
    private final Violations violations;
    private final Set<String> codes = new HashSet<>();

    /** Checks rules that a message calls {@code noun}: {@code Policy}. */
    RuleForm(String noun, DimensionReference reference, Violations violations) {
        this.noun = noun;
        this.reference = reference;
        this.violations = violations;
    }

    /** The rule as a message names it. */
    String named(String code) {
        return noun + " \"" + Texts.excerpt(code) + "\"";
    }

    void checkCode(Place place, String code) {
        if (!Codes.isCode(code)) {
            refuse(
                    place.member("code"),
                    ViolationCode.CODE_INVALID,
                    named(code) + " has no code. Give " + Codes.FORM + ".");
        } else if (!codes.add(code)) {
            refuse(
                    place.member("code"),
                    ViolationCode.CODE_REPEATED,
                    named(code) + " is given twice. Give each code once.");
        }
    }

    /** Refuses what would be more rules than a company may have. */
    void checkCount(int count) {
        if (count > RULES_LIMIT) {
            refuse(
                    Place.REQUEST,
                    ViolationCode.VALUE_INVALID,
                    "The company would have " + count + " of these, at most " + RULES_LIMIT
                            + ". Join rules that demand the same of several accounts.");
        }
    }

    /** The constant that {@code given} names. */
    <E extends Enum<E>> Optional<E> choice(Place place, String rule, Optional<String> given, Class<E> choices) {
        String all = Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        Optional<E> found = given.flatMap(name -> Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst());
        if (given.isEmpty()) {
            refuse(place, ViolationCode.VALUE_MISSING, named(rule) + " does not say which. Give one of " + all + ".");
        } else if (found.isEmpty()) {
            refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(given.get()) + "\" of " + named(rule) + " is not known. Give one of " + all
                            + ".");
        }
        return found;
    }

    Optional<Dimension> dimension(Place place, String rule, String code) {
        Optional<Dimension> dimension = reference.dimension(code);
        if (dimension.isEmpty()) {
            refuse(
                    place,
                    ViolationCode.DIMENSION_UNKNOWN,
                    "Dimension \"" + Texts.excerpt(code) + "\" of " + named(rule)
                            + " does not exist. Create it first, or correct the code.");
        }
        return dimension;
    }

    /** Refuses an item ({@code KEY} or {@code EU*}) that no line can ever match. */
    void checkItem(Place place, String rule, Dimension dimension, String item) {
        ValueSelection.fault(reference, dimension.id(), item)
                .ifPresent(fault -> refuse(
                        place,
                        reference
                                        .value(dimension.id(), ValueSelection.code(item))
                                        .isEmpty()
                                ? ViolationCode.DIMENSION_VALUE_UNKNOWN
                                : ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                        "Value \"" + Texts.excerpt(item) + "\" of dimension " + dimension.code() + " in " + named(rule)
                                + " " + fault + "."));
    }

    void checkCount(Place place, String rule, List<?> list, int limit) {
        if (list.size() > limit) {
            refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    named(rule) + " lists " + list.size() + ". Give at most " + limit + ".");
        }
    }

    void checkDates(Place place, String rule, Optional<String> from, Optional<String> to) {
        Optional<LocalDate> first = date(place.member("validFrom"), rule, from);
        Optional<LocalDate> last = date(place.member("validTo"), rule, to);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            refuse(
                    place.member("validTo"),
                    ViolationCode.VALUE_INVALID,
                    named(rule) + " would hold from " + first.get() + " to " + last.get()
                            + ", which is before. Swap the dates, or leave one open.");
        }
    }

    private Optional<LocalDate> date(Place place, String rule, Optional<String> text) {
        Optional<LocalDate> date = text.flatMap(Dates::read);
        if (text.isPresent() && date.isEmpty()) {
            refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(text.get()) + "\" of " + named(rule) + " is no date. Give " + Dates.FORM
                            + ", or null.");
        }
        return date;
    }

    /** The dates as found sound. */
    static Validity validity(Optional<String> from, Optional<String> to) {
        return Validity.of(from.flatMap(Dates::read), to.flatMap(Dates::read));
    }

    /** The refusal of a removal that would leave {@code rule} naming what does not exist. */
    static Refusal named(Values.Removal removal, String rule) {
        String dimension = "imension " + removal.dimension().code();
        String what = removal.value()
                .map(value -> "Value " + value.code() + " of d" + dimension)
                .orElse("D" + dimension);
        return Refusal.of(
                Refusal.Reason.CONFLICT,
                Violation.at(
                        "",
                        ViolationCode.IN_USE,
                        what + " is named by " + rule + ". Change or delete that first, or block instead."));
    }

    void refuse(Place place, ViolationCode code, String message) {
        violations.add(place, code, message);
    }
}
