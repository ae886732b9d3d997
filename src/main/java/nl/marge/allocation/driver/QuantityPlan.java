package nl.marge.allocation.driver;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.allocation.form.QuantityForm;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.form.ValueForm;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Driver.Negative;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Decides what an upsert of a driver's quantities comes to: a pure function of the picture and the commands. */
final class QuantityPlan {

    private final SettingForm form;
    private final ValueForm values;
    private final QuantityForm quantities;
    private final Driver driver;
    private final String named;
    private final String quantityNamed;
    private final Set<String> members;
    private final Set<PeriodQuantity.Key> seen = new HashSet<>();

    /** A plan; everything that is wrong is noted in the form's violations. */
    QuantityPlan(SettingForm form, Driver driver) {
        this.form = requireNonNull(form, "form");
        this.values = new ValueForm(form);
        this.quantities = new QuantityForm(form);
        this.driver = requireNonNull(driver, "driver");
        this.members = Set.copyOf(driver.receivers());
        this.named = "driver " + driver.code();
        this.quantityNamed = "The quantity of " + named;
    }

    /** The quantities that are wanted; they count only when nothing is wrong. */
    List<PeriodQuantity> wanted(List<QuantityCommand> commands) {
        if (driver.fromLedger().isPresent()) {
            form.refuse(
                    Place.REQUEST,
                    ViolationCode.DRIVER_NOT_UPLOADED,
                    "The ledger counts the quantities of " + named
                            + ". Post what it counts, or give the driver \"source\":\"UPLOADED\".");
            return List.of();
        }
        List<PeriodQuantity> wanted = new ArrayList<>();
        commands.forEach(command -> check(command).ifPresent(wanted::add));
        return wanted;
    }

    /** What makes {@code wanted} so, which were {@code before}. */
    static Changes<PeriodQuantity> changes(List<PeriodQuantity> wanted, List<PeriodQuantity> before) {
        Map<PeriodQuantity.Key, PeriodQuantity> stored = new HashMap<>();
        before.forEach(quantity -> stored.put(quantity.key(), quantity));
        return Changes.of(
                wanted,
                quantity -> Optional.ofNullable(stored.get(quantity.key())),
                (quantity, found) -> quantity.quantity().compareTo(found.quantity()) == 0);
    }

    private Optional<PeriodQuantity> check(QuantityCommand command) {
        Place place = command.place();
        Optional<YearMonth> period = form.period(place.member("period"), quantityNamed, command.period());
        Optional<String> receiver = receiver(place.member("receiver"), command.receiver());
        Optional<BigDecimal> quantity =
                quantities.quantity(place.member("quantity"), quantityNamed, command.quantity());
        quantity.ifPresent(given -> checkSign(command, given));
        command.unit().filter(unit -> !unit.equals(driver.unit())).ifPresent(unit -> refuseUnit(place, unit));
        if (period.isEmpty() || receiver.isEmpty() || quantity.isEmpty()) {
            return Optional.empty();
        }
        PeriodQuantity wanted = new PeriodQuantity(period.get(), receiver.get(), quantity.get());
        if (!seen.add(wanted.key())) {
            form.refuse(
                    place.member("receiver"),
                    ViolationCode.CODE_REPEATED,
                    quantityNamed + " is given twice for " + receiver.get() + " in " + period.get()
                            + ". Give it once, or the sum.");
        }
        return Optional.of(wanted);
    }

    private Optional<String> receiver(Place place, Map<String, String> given) {
        if (given.keySet().equals(members)) {
            given.forEach((dimension, code) -> values.dimension(place.member(dimension), named, dimension)
                    .ifPresent(found -> values.leaf(place.member(dimension), named, found, code)));
            return Optional.of(Receiver.Values.of(given).text());
        }
        if (given.keySet().equals(Set.of(Receiver.Pool.MEMBER))) {
            String code = given.get(Receiver.Pool.MEMBER);
            form.pool(place.member(Receiver.Pool.MEMBER), named, code);
            return Optional.of(new Receiver.Pool(code).text());
        }
        form.refuse(
                place,
                given.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                "A receiver of " + named + " has one value of " + String.join(", ", driver.receivers())
                        + ", or is a pool; this one names "
                        + (given.isEmpty()
                                ? "nothing"
                                : Texts.excerpt(String.join(
                                        ", ", given.keySet().stream().sorted().toList())))
                        + ". Name exactly these.");
        return Optional.empty();
    }

    private void checkSign(QuantityCommand command, BigDecimal quantity) {
        if (quantity.signum() < 0 && driver.negative() == Negative.REFUSE) {
            form.refuse(
                    command.place().member("quantity"),
                    ViolationCode.QUANTITY_NEGATIVE,
                    quantityNamed + " for "
                            + Texts.excerpt(String.join(
                                    ";",
                                    command.receiver().values().stream()
                                            .sorted()
                                            .toList()))
                            + " is " + Quantities.text(quantity)
                            + ". Give one from 0 up, or give the driver \"negative\":\"CLAMP\" to count it as 0.");
        }
    }

    private void refuseUnit(Place place, String unit) {
        form.refuse(
                place.member("unit"),
                ViolationCode.UNIT_MISMATCH,
                quantityNamed + " is in \"" + Texts.excerpt(unit) + "\", the driver in " + driver.unit()
                        + ". Convert it, and give it in " + driver.unit() + ".");
    }
}
