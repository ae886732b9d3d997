package nl.marge.allocation.driver;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.marge.allocation.driver.DriverCommand.Source;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.form.ValueForm;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Driver.FromLedger;
import nl.marge.allocation.setting.Driver.Negative;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Decides what an upsert of drivers comes to: a pure function of the pictures and the commands. */
final class DriverPlan {

    /** Drivers in a company at most. */
    static final int DRIVERS_LIMIT = 1_000;

    /** Dimensions of a receiver at most: nobody can check quantities by more. */
    static final int RECEIVERS_LIMIT = 5;

    private final SettingForm form;
    private final ValueForm values;
    private final Predicate<String> hasQuantities;
    private final Set<String> seen = new HashSet<>();

    /**
     * A plan; everything that is wrong is noted in the form's violations.
     *
     * @param hasQuantities whether quantities of the driver of that code are stored
     */
    DriverPlan(SettingForm form, Predicate<String> hasQuantities) {
        this.form = requireNonNull(form, "form");
        this.values = new ValueForm(form);
        this.hasQuantities = requireNonNull(hasQuantities, "hasQuantities");
    }

    /** The changes, all of {@code version}, which count only when nothing is wrong. */
    Changes<Driver> changes(List<DriverCommand> commands, long version) {
        List<Driver> wanted =
                commands.stream().map(command -> check(command, version)).toList();
        Changes<Driver> changes = Changes.of(
                wanted,
                driver -> form.settings().driver(driver.code()),
                (driver, before) -> driver.withVersion(before.version()).equals(before));
        form.count(
                Place.REQUEST,
                "The company",
                form.settings().drivers().size() + changes.created().size(),
                DRIVERS_LIMIT);
        return changes;
    }

    private Driver check(DriverCommand command, long version) {
        Place place = command.place();
        String named = named(command.code());
        form.code(place.member("code"), named, command.code(), seen);
        form.name(place.member("name"), named, command.name());
        checkUnit(command, named);
        checkReceivers(command, named);
        Source source = form.choice(
                        place.member("source"), named, command.source().or(() -> of(Source.UPLOADED)), Source.class)
                .orElse(Source.UPLOADED);
        Negative negative = form.choice(
                        place.member("negative"),
                        named,
                        command.negative().or(() -> of(Negative.REFUSE)),
                        Negative.class)
                .orElse(Negative.REFUSE);
        MeasureForm measure = new MeasureForm(form, command, named);
        Optional<FromLedger> fromLedger = source == Source.LEDGER ? measure.read() : measure.none();
        Driver driver = new Driver(
                command.code(),
                command.name().orElse(command.code()),
                command.unit().orElse(""),
                command.receivers().stream().sorted().toList(),
                negative,
                fromLedger,
                version);
        form.settings().driver(command.code()).ifPresent(before -> checkChange(command, before, driver));
        return driver;
    }

    private void checkUnit(DriverCommand command, String named) {
        Place place = command.place().member("unit");
        form.word(place, named, "unit", command.unit());
        if (command.unit().isEmpty()) {
            form.refuse(
                    place, ViolationCode.VALUE_MISSING, named + " has no unit. Say what is counted, such as ORDER.");
        }
    }

    private void checkReceivers(DriverCommand command, String named) {
        Place place = command.place().member("receivers");
        if (command.receivers().isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_MISSING,
                    named + " names no receivers. Name the dimensions whose values receive, such as SEGMENT.");
        }
        form.count(place, named, command.receivers().size(), RECEIVERS_LIMIT);
        values.dimensions(place, named, command.receivers());
        if (command.receivers().contains(Receiver.Pool.MEMBER)) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    named + " names dimension " + Receiver.Pool.MEMBER
                            + ", which among receivers means a cost pool. Name another.");
        }
    }

    /** What quantities and rules were said for must stay what it was. */
    private void checkChange(DriverCommand command, Driver before, Driver after) {
        boolean stored = hasQuantities.test(before.code());
        if (stored && !before.unit().equals(after.unit())) {
            refuseChange(command, "unit", "its quantities are in " + before.unit() + ". Delete them first");
        }
        if (stored && after.fromLedger().isPresent()) {
            refuseChange(command, "source", "it has quantities that were uploaded. Delete them first");
        }
        if (before.receivers().equals(after.receivers())) {
            return;
        }
        String dimensions = String.join(", ", before.receivers());
        if (stored) {
            refuseChange(command, "receivers", "its quantities are of " + dimensions + ". Delete them first");
        }
        form.settings().cyclesWith(rule -> rule.namesDriver(before.code())).stream()
                .map(AllocationCycle::code)
                .findFirst()
                .ifPresent(cycle -> refuseChange(
                        command,
                        "receivers",
                        "allocation cycle " + cycle + " gives by it to " + dimensions + ". Change that first"));
    }

    private void refuseChange(DriverCommand command, String member, String why) {
        form.refuse(
                command.place().member(member),
                ViolationCode.IN_USE,
                "The " + member + " of " + SettingForm.inside(named(command.code())) + " cannot change: " + why
                        + ", or create another driver.");
    }

    private static Optional<String> of(Enum<?> constant) {
        return Optional.of(constant.name());
    }

    static String named(String code) {
        return "Driver \"" + Texts.excerpt(code) + "\"";
    }
}
