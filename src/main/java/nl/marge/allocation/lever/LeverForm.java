package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.form.QuantityForm;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.form.ValueForm;
import nl.marge.kernel.Money;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.StatementLine;

/** Checks levers; what is wrong is noted with the form. Pure. */
public final class LeverForm {

    /** Levers in one what-if at most: each is also calculated alone. */
    public static final int LEVERS_LIMIT = 50;

    private static final BigDecimal ALL_AWAY = BigDecimal.valueOf(-100);

    private final SettingForm form;

    public LeverForm(SettingForm form) {
        this.form = requireNonNull(form, "form");
    }

    /** The levers that stand at {@code place}; those that are wrong are left out. */
    public List<Lever> levers(Place place, List<LeverCommand> commands) {
        if (commands.isEmpty()) {
            form.refuse(place, ViolationCode.VALUE_MISSING, "There are no levers. Give at least one.");
        }
        form.count(place, "A what-if", commands.size(), LEVERS_LIMIT);
        List<Lever> levers = new ArrayList<>();
        commands.stream().limit(LEVERS_LIMIT).forEach(command -> lever(command).ifPresent(levers::add));
        return levers;
    }

    /** Checks levers that were kept, at {@code place}, as if they were said now: what they name may be gone. */
    public void kept(Place place, List<Lever> levers) {
        for (int i = 0; i < levers.size(); i++) {
            LeverBody said = LeverBody.of(levers.get(i));
            lever(new LeverCommand(
                    place.member(Integer.toString(i)),
                    Optional.of(said.lever().name()),
                    said.filter(),
                    said.driver(),
                    said.changePercent(),
                    said.changeBy(),
                    said.to(),
                    said.volumePercent()));
        }
    }

    private Optional<Lever> lever(LeverCommand command) {
        Optional<LeverKind> kind = kind(command);
        requireOneChange(command);
        Optional<LeverChange> change = change(command);
        Optional<BigDecimal> volume =
                command.volumePercent().flatMap(text -> percent(command.place().member("volumePercent"), text));
        kind.filter(found -> found != LeverKind.PRICE && command.volumePercent().isPresent())
                .ifPresent(found -> form.refuse(
                        command.place().member("volumePercent"),
                        ViolationCode.VALUE_INVALID,
                        "Lever " + found + " has a volumePercent. Only PRICE takes it: leave it out."));
        Optional<String> filter = filter(command);
        return kind.isEmpty() || change.isEmpty() || filter.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lever(kind.get(), filter.get(), command.driver(), change.get(), volume));
    }

    /**
     * Checks a lever that is yet to be moved, as {@link #levers} does; it is given moved by nothing.
     *
     * @return empty when it is wrong
     */
    public Optional<Lever> unmoved(LeverCommand command) {
        Optional<LeverKind> kind = kind(command);
        for (Given given : given(command)) {
            form.refuse(
                    command.place().member(given.member()),
                    ViolationCode.VALUE_INVALID,
                    "The lever has a " + given.member() + ", which is what is asked for. Leave it out.");
        }
        command.volumePercent()
                .ifPresent(text -> form.refuse(
                        command.place().member("volumePercent"),
                        ViolationCode.VALUE_INVALID,
                        "The lever has a volumePercent; here one thing alone is moved. Leave it out."));
        Optional<String> filter = filter(command);
        return kind.isEmpty() || filter.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lever(
                        kind.get(),
                        filter.get(),
                        command.driver(),
                        new LeverChange.Percent(BigDecimal.ZERO),
                        Optional.empty()));
    }

    private Optional<String> filter(LeverCommand command) {
        int before = form.violations().total();
        String filter = new ValueForm(form).filter(command.place().member("filter"), "the lever", command.filter());
        return form.violations().total() == before ? Optional.of(filter) : Optional.empty();
    }

    private Optional<LeverKind> kind(LeverCommand command) {
        Optional<LeverKind> kind =
                form.choice(command.place().member("lever"), "The lever", command.lever(), LeverKind.class);
        kind.ifPresent(found -> checkDriver(command, found));
        kind.filter(found -> command.driver().isEmpty()).ifPresent(found -> requireLine(command, found));
        return kind;
    }

    private void checkDriver(LeverCommand command, LeverKind kind) {
        Place place = command.place().member("driver");
        if (command.driver().isEmpty()) {
            return;
        }
        String code = command.driver().get();
        if (!kind.takesDriver()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    "Lever " + kind + " names driver \"" + Texts.excerpt(code)
                            + "\". Only BACK_OFFICE and CREDIT_COLLECTION take one: leave it out.");
        } else if (form.settings().driver(code).isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.DRIVER_UNKNOWN,
                    "Driver \"" + Texts.excerpt(code)
                            + "\" of the lever does not exist. Create it first, or correct the code.");
        }
    }

    private void requireLine(LeverCommand command, LeverKind kind) {
        boolean found = kind.lines().stream().anyMatch(code -> form.reference()
                .statement()
                .line(code)
                .filter(line -> line instanceof StatementLine.Amount)
                .isPresent());
        if (!found) {
            form.refuse(
                    command.place().member("lever"),
                    ViolationCode.STATEMENT_LINE_UNKNOWN,
                    "The company's statement has no line of amounts " + String.join(" or ", kind.lines())
                            + ", which lever " + kind + " moves. Add it with PUT .../statement, or leave the lever"
                            + " out.");
        }
    }

    /** A member that says how far, and what it says. */
    private record Given(String member, String text) {}

    private static List<Given> given(LeverCommand command) {
        List<Given> given = new ArrayList<>();
        command.changePercent().ifPresent(text -> given.add(new Given("changePercent", text)));
        command.changeBy().ifPresent(text -> given.add(new Given("changeBy", text)));
        command.to().ifPresent(text -> given.add(new Given("to", text)));
        return given;
    }

    private void requireOneChange(LeverCommand command) {
        List<Given> given = given(command);
        if (given.isEmpty() && command.volumePercent().isEmpty()) {
            form.refuse(
                    command.place(),
                    ViolationCode.VALUE_MISSING,
                    "The lever does not say how far it is moved. Give changePercent, changeBy or to.");
        }
        given.stream()
                .skip(1)
                .forEach(more -> form.refuse(
                        command.place().member(more.member()),
                        ViolationCode.VALUE_INVALID,
                        "The lever has " + more.member() + " beside "
                                + given.get(0).member() + ". Give one of them."));
        boolean price = command.lever().filter(LeverKind.PRICE.name()::equals).isPresent();
        given.stream()
                .limit(1)
                .filter(one -> price && !one.member().equals("changePercent"))
                .forEach(one -> form.refuse(
                        command.place().member(one.member()),
                        ViolationCode.VALUE_INVALID,
                        "Lever PRICE has " + one.member() + ". A price is changed in percent: give changePercent."));
    }

    private Optional<LeverChange> change(LeverCommand command) {
        Place place = command.place();
        Optional<LeverChange> percent = command.changePercent()
                .flatMap(text -> percent(place.member("changePercent"), text))
                .map(LeverChange.Percent::new);
        Optional<LeverChange> by = command.changeBy()
                .flatMap(text -> value(command, place.member("changeBy"), text))
                .map(LeverChange.By::new);
        Optional<LeverChange> to = command.to()
                .flatMap(text -> value(command, place.member("to"), text))
                .map(LeverChange.To::new);
        to.filter(found -> command.driver().isPresent()
                        && ((LeverChange.To) found).value().signum() < 0)
                .ifPresent(found -> form.refuse(
                        place.member("to"),
                        ViolationCode.QUANTITY_NEGATIVE,
                        "The lever would bring a driver to a quantity below 0. Give 0 or more."));
        Optional<LeverChange> volumeAlone =
                given(command).isEmpty() && command.volumePercent().isPresent()
                        ? Optional.of(new LeverChange.Percent(BigDecimal.ZERO))
                        : Optional.empty();
        return percent.or(() -> by).or(() -> to).or(() -> volumeAlone);
    }

    private Optional<BigDecimal> percent(Place place, String text) {
        Optional<BigDecimal> percent = new QuantityForm(form).quantity(place, "The percentage", Optional.of(text));
        percent.filter(read -> read.compareTo(ALL_AWAY) < 0)
                .ifPresent(read -> form.refuse(
                        place,
                        ViolationCode.VALUE_INVALID,
                        "The percentage is " + Texts.excerpt(text) + ": more than all cannot go away. Give -100 or"
                                + " more."));
        return percent;
    }

    private Optional<BigDecimal> value(LeverCommand command, Place place, String text) {
        if (command.driver().isPresent()) {
            return new QuantityForm(form).quantity(place, "The quantity", Optional.of(text));
        }
        int decimals = form.reference().company().decimals();
        Money.Reading reading = Money.read(text, decimals);
        if (reading instanceof Money.Reading.Amount amount) {
            return Optional.of(Money.decimal(amount.minorUnits(), decimals));
        }
        Money.Fault fault = ((Money.Reading.Unreadable) reading).fault();
        form.refuse(
                place,
                switch (fault) {
                    case MALFORMED -> ViolationCode.AMOUNT_MALFORMED;
                    case TOO_MANY_DECIMALS -> ViolationCode.AMOUNT_SCALE;
                    case TOO_LARGE -> ViolationCode.AMOUNT_LIMIT;
                },
                "The amount of the lever is \"" + Texts.excerpt(text) + "\". Give a decimal such as -1250.00 with at"
                        + " most " + Money.INTEGER_DIGITS_LIMIT + " digits before and " + decimals
                        + " after the point.");
        return Optional.empty();
    }
}
