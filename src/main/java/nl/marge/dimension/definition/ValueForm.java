package nl.marge.dimension.definition;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** Whether a value is well formed, whatever else there is: names, dates, purpose, attributes. */
final class ValueForm {

    /** The one purpose a value may have: what is spent on it wins customers rather than serves them. */
    static final String ACQUISITION = "ACQUISITION";

    /** Attributes of a value at most; with the length of each they always fit their column. */
    static final int ATTRIBUTES_LIMIT = 50;

    /** Characters in the text of an attribute at most. */
    static final int ATTRIBUTE_LENGTH_LIMIT = 200;

    private final Violations violations;

    ValueForm(Violations violations) {
        this.violations = violations;
    }

    void check(ValueCommand command) {
        Place place = command.place();
        command.name()
                .flatMap(Texts::nameFault)
                .ifPresent(fault -> refuse(place.member("name"), "The name of value " + named(command) + " " + fault));
        Optional<LocalDate> from = checkDate(command, "validFrom", command.validFrom());
        Optional<LocalDate> to = checkDate(command, "validTo", command.validTo());
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            refuse(
                    place.member("validTo"),
                    "Value " + named(command) + " would be valid from " + from.get() + " to " + to.get()
                            + ", which is before. Swap the dates, or leave one open");
        }
        if (command.purpose().filter(purpose -> !purpose.equals(ACQUISITION)).isPresent()) {
            refuse(
                    place.member("purpose"),
                    "Purpose \"" + Texts.excerpt(command.purpose().get()) + "\" of value " + named(command)
                            + " is not known. Give " + ACQUISITION + " or null");
        }
        checkAttributes(command, place.member("attributes"));
    }

    /** The date written, once checked; {@code open} when there is none. */
    static LocalDate date(Optional<String> text, LocalDate open) {
        return text.flatMap(Dates::read).orElse(open);
    }

    private Optional<LocalDate> checkDate(ValueCommand command, String member, Optional<String> text) {
        Optional<LocalDate> date = text.flatMap(Dates::read);
        if (text.isPresent() && date.isEmpty()) {
            refuse(
                    command.place().member(member),
                    member + " \"" + Texts.excerpt(text.get()) + "\" of value " + named(command) + " is no date. Give "
                            + Dates.FORM + ", or null");
        }
        return date;
    }

    private void checkAttributes(ValueCommand command, Place place) {
        Map<String, String> attributes = command.attributes();
        if (attributes.size() > ATTRIBUTES_LIMIT) {
            refuse(
                    place,
                    "Value " + named(command) + " has " + attributes.size() + " attributes. Give at most "
                            + ATTRIBUTES_LIMIT);
        }
        attributes.forEach((name, text) -> {
            if (!Codes.isCode(name)) {
                refuse(
                        place.member(name),
                        "\"" + Texts.excerpt(name) + "\" is no name for an attribute. Give " + Codes.FORM);
            }
            Texts.fault(text, ATTRIBUTE_LENGTH_LIMIT)
                    .ifPresent(fault -> refuse(
                            place.member(name),
                            "Attribute " + Texts.excerpt(name) + " of value " + named(command) + " " + fault));
        });
    }

    private void refuse(Place place, String message) {
        violations.add(place, ViolationCode.VALUE_INVALID, message + ".");
    }

    static String named(ValueCommand command) {
        return "\"" + Texts.excerpt(command.code()) + "\"";
    }
}
