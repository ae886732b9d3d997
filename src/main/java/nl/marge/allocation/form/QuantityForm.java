package nl.marge.allocation.form;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import nl.marge.kernel.Money.Reading;
import nl.marge.kernel.Place;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Checks quantities: up to nine integer and six decimal digits, always with six decimals once read. */
public final class QuantityForm {

    private final SettingForm form;

    public QuantityForm(SettingForm form) {
        this.form = requireNonNull(form, "form");
    }

    /** The quantity that {@code given} writes; a message calls it {@code named}, such as {@code The weight of ...}. */
    public Optional<BigDecimal> quantity(Place place, String named, Optional<String> given) {
        if (given.isEmpty()) {
            form.refuse(place, ViolationCode.VALUE_MISSING, named + " is missing. Give a decimal such as 120.5.");
            return Optional.empty();
        }
        if (Quantities.read(given.get()) instanceof Reading.Amount amount) {
            return Optional.of(Quantities.decimal(amount.minorUnits()));
        }
        form.refuse(
                place,
                ViolationCode.QUANTITY_MALFORMED,
                named + " is \"" + Texts.excerpt(given.get())
                        + "\". Give a decimal such as 120.5 with at most 9 digits before and 6 after the point.");
        return Optional.empty();
    }

    /** The quantity, when it is more than zero. */
    public Optional<BigDecimal> positive(Place place, String named, Optional<String> given) {
        Optional<BigDecimal> quantity = quantity(place, named, given);
        quantity.filter(read -> read.signum() <= 0)
                .ifPresent(read -> form.refuse(
                        place,
                        ViolationCode.VALUE_INVALID,
                        named + " is " + Quantities.text(read) + ". Give one that is more than 0."));
        return quantity.filter(read -> read.signum() > 0);
    }
}
