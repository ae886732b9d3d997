package nl.marge.allocation.pool;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.allocation.form.AccountForm;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.form.ValueForm;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Decides what an upsert of cost pools comes to: a pure function of the pictures and the commands. */
final class PoolPlan {

    /** Pools in a company at most: every source line of a run is held against those of its cycle. */
    static final int POOLS_LIMIT = 1_000;

    private final SettingForm form;
    private final AllocationSettings settings;
    private final Set<String> seen = new HashSet<>();

    /** A plan; everything that is wrong is noted in the form's violations. */
    PoolPlan(SettingForm form) {
        this.form = requireNonNull(form, "form");
        this.settings = form.settings();
    }

    /** The changes, all of {@code version}, which count only when nothing is wrong. */
    Changes<CostPool> changes(List<PoolCommand> commands, long version) {
        List<CostPool> wanted =
                commands.stream().map(command -> check(command, version)).toList();
        Changes<CostPool> changes = Changes.of(
                wanted, pool -> settings.pool(pool.code()), (pool, before) -> pool.withVersion(before.version())
                        .equals(before));
        form.count(
                Place.REQUEST,
                "The company",
                settings.pools().size() + changes.created().size(),
                POOLS_LIMIT);
        return changes;
    }

    private CostPool check(PoolCommand command, long version) {
        Place place = command.place();
        String named = named(command.code());
        form.code(place.member("code"), named, command.code(), seen);
        form.name(place.member("name"), named, command.name());
        if (command.accounts().isEmpty()) {
            form.refuse(
                    place.member("accounts"),
                    ViolationCode.VALUE_MISSING,
                    named + " names no accounts. Name those whose cost it gathers, such as 4600 or 47*.");
        }
        new AccountForm(form).costAccounts(place.member("accounts"), named, command.accounts());
        String filter = new ValueForm(form).filter(place.member("filter"), named, command.filter());
        form.word(place.member("unit"), named, "unit", command.unit());
        settings.pool(command.code())
                .filter(before -> !before.unit().equals(command.unit()))
                .flatMap(before -> whyUnitStays(before))
                .ifPresent(why -> form.refuse(
                        place.member("unit"),
                        ViolationCode.IN_USE,
                        "The unit of " + SettingForm.inside(named) + " stays "
                                + settings.pool(command.code())
                                        .flatMap(CostPool::unit)
                                        .orElse("open") + ": " + why));
        return new CostPool(
                command.code(),
                command.name().orElse(command.code()),
                command.accounts(),
                filter,
                command.unit(),
                version);
    }

    private Optional<String> whyUnitStays(CostPool before) {
        if (!settings.capacities(before.code()).isEmpty()) {
            return Optional.of("the pool has capacities in it. Delete those first, or create another pool.");
        }
        return settings
                .cyclesWith(rule -> rule.method() == Method.TIME_DRIVEN && rule.namesPool(before.code()))
                .stream()
                .findFirst()
                .map(cycle -> "allocation cycle " + cycle.code()
                        + " costs its time. Change that first, or create another pool.");
    }

    static String named(String code) {
        return "Cost pool \"" + Texts.excerpt(code) + "\"";
    }
}
