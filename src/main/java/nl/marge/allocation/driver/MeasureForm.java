package nl.marge.allocation.driver;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.marge.allocation.form.AccountForm;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.form.ValueForm;
import nl.marge.allocation.setting.Driver.FromLedger;
import nl.marge.allocation.setting.Driver.Measure;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** How the ledger shall measure a driver: read, or found to be said where it means nothing. */
final class MeasureForm {

    /** Before the code of the dimension whose values are counted. */
    static final String DISTINCT = Measure.DISTINCT.name() + ":";

    private static final String FORM = "Give one of LINES, ENTRIES, AMOUNT, QUANTITY, DISTINCT:CUSTOMER.";

    private final SettingForm form;
    private final DriverCommand command;
    private final String named;

    MeasureForm(SettingForm form, DriverCommand command, String named) {
        this.form = form;
        this.command = command;
        this.named = named;
    }

    /** Notes all of it that is said. */
    Optional<FromLedger> none() {
        if (command.measure().isPresent()) {
            refuseIdle("measure");
        }
        if (!command.accounts().isEmpty()) {
            refuseIdle("accounts");
        }
        if (!command.filter().isEmpty()) {
            refuseIdle("filter");
        }
        return Optional.empty();
    }

    /** The measure, when it can be read; what is wrong is noted. */
    Optional<FromLedger> read() {
        Place place = command.place();
        new AccountForm(form).accounts(place.member("accounts"), named, command.accounts());
        String filter = new ValueForm(form).filter(place.member("filter"), named, command.filter());
        if (command.measure().isEmpty()) {
            form.refuse(
                    place.member("measure"),
                    ViolationCode.VALUE_MISSING,
                    named + " does not say what the ledger counts. " + FORM);
            return Optional.empty();
        }
        String text = command.measure().get();
        Optional<String> distinct =
                text.startsWith(DISTINCT) ? Optional.of(text.substring(DISTINCT.length())) : Optional.empty();
        distinct.ifPresent(this::checkDistinct);
        Optional<Measure> measure = distinct.isPresent() ? Optional.of(Measure.DISTINCT) : plain(text);
        return measure.map(read -> new FromLedger(read, distinct, command.accounts(), filter));
    }

    private Optional<Measure> plain(String text) {
        Optional<Measure> measure = Arrays.stream(Measure.values())
                .filter(each -> each != Measure.DISTINCT && each.name().equals(text))
                .findFirst();
        if (measure.isEmpty()) {
            form.refuse(
                    command.place().member("measure"),
                    ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(text) + "\" of " + SettingForm.inside(named) + " is no measure. " + FORM);
        }
        return measure;
    }

    private void checkDistinct(String dimension) {
        Place place = command.place().member("measure");
        new ValueForm(form).dimension(place, named, dimension);
        if (command.receivers().contains(dimension)) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    named + " counts values of " + dimension + ", which is among its receivers "
                            + command.receivers().stream().collect(Collectors.joining(", "))
                            + ": each would count 1. Count another dimension, or leave it out of the receivers.");
        }
    }

    private void refuseIdle(String member) {
        form.refuse(
                command.place().member(member),
                ViolationCode.VALUE_INVALID,
                named + " has uploaded quantities; its " + member + " would mean nothing. Leave it out, or give"
                        + " \"source\":\"LEDGER\".");
    }
}
