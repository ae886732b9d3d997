package nl.marge.allocation.form;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;

/**
 * Checks what is alike in pools, drivers and cycles. A message calls the thing {@code named}, as {@code Pool "HR"}, or
 * {@code pool "HR"} {@link #inside} a sentence; what is wrong is noted, and what can be read is given back.
 */
public final class SettingForm {

    /** A fiscal period in words, for messages. */
    public static final String PERIOD_FORM = "a fiscal period such as 2026-03";

    private final Reference reference;
    private final AllocationSettings settings;
    private final Violations violations;

    /** Checks against the pictures of reference data and of allocations. */
    public SettingForm(Reference reference, AllocationSettings settings, Violations violations) {
        this.reference = requireNonNull(reference, "reference");
        this.settings = requireNonNull(settings, "settings");
        this.violations = requireNonNull(violations, "violations");
    }

    /** The accounts and dimensions that are checked against. */
    public Reference reference() {
        return reference;
    }

    /** The pools, drivers and cycles that are checked against. */
    public AllocationSettings settings() {
        return settings;
    }

    /** What was found wrong. */
    public Violations violations() {
        return violations;
    }

    /** Notes what is wrong. */
    public void refuse(Place place, ViolationCode code, String message) {
        violations.add(place, code, message);
    }

    /** What is called {@code named} at the beginning of a sentence, as it is called further on in one. */
    public static String inside(String named) {
        return Character.toLowerCase(named.charAt(0)) + named.substring(1);
    }

    /** Checks a code, which must not be among {@code seen}; it is then. */
    public void code(Place place, String named, String code, Set<String> seen) {
        if (!Codes.isCode(code)) {
            refuse(place, ViolationCode.CODE_INVALID, named + " has no code. Give " + Codes.FORM + ".");
        } else if (!seen.add(code)) {
            refuse(place, ViolationCode.CODE_REPEATED, named + " is given twice. Give each code once.");
        }
    }

    /** Checks a name. */
    public void name(Place place, String named, Optional<String> name) {
        name.flatMap(Texts::nameFault)
                .ifPresent(fault ->
                        refuse(place, ViolationCode.VALUE_INVALID, "The name of " + inside(named) + " " + fault + "."));
    }

    /** Checks a word that has the form of a code, such as a unit. */
    public void word(Place place, String named, String what, Optional<String> word) {
        word.filter(text -> !Codes.isCode(text))
                .ifPresent(text -> refuse(
                        place,
                        ViolationCode.CODE_INVALID,
                        "\"" + Texts.excerpt(text) + "\" is no " + what + " of " + inside(named) + ". Give "
                                + Codes.FORM + "."));
    }

    /** The constant that {@code given} names. */
    public <E extends Enum<E>> Optional<E> choice(Place place, String named, Optional<String> given, Class<E> choices) {
        String all = Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        Optional<E> found = given.flatMap(name -> Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst());
        if (given.isEmpty()) {
            refuse(place, ViolationCode.VALUE_MISSING, named + " does not say which. Give one of " + all + ".");
        } else if (found.isEmpty()) {
            refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(given.get()) + "\" of " + inside(named) + " is not known. Give one of " + all
                            + ".");
        }
        return found;
    }

    /** The fiscal period that {@code given} names. */
    public Optional<YearMonth> period(Place place, String named, Optional<String> given) {
        Optional<YearMonth> period = given.flatMap(DateRange::period);
        if (given.isEmpty()) {
            refuse(place, ViolationCode.VALUE_MISSING, named + " names no period. Give " + PERIOD_FORM + ".");
        } else if (period.isEmpty()) {
            refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(given.get()) + "\" of " + inside(named) + " is no period. Give " + PERIOD_FORM
                            + ".");
        }
        return period;
    }

    /** Refuses lists that are longer than anybody can look after. */
    public void count(Place place, String named, int count, int limit) {
        if (count > limit) {
            refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    named + " would have " + count + " of these. Give at most " + limit + ".");
        }
    }

    /** Checks that a pool exists. */
    public void pool(Place place, String named, String code) {
        if (settings.pool(code).isEmpty()) {
            refuse(
                    place,
                    ViolationCode.POOL_UNKNOWN,
                    "Cost pool \"" + Texts.excerpt(code) + "\" of " + inside(named)
                            + " does not exist. Create it first, or correct the code.");
        }
    }
}
