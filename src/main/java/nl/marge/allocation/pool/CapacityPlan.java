package nl.marge.allocation.pool;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.allocation.form.QuantityForm;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.Capacity;
import nl.marge.allocation.setting.CostPool;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Place;
import nl.marge.kernel.ViolationCode;

/** Decides what an upsert of a pool's capacities comes to: a pure function of the picture and the commands. */
final class CapacityPlan {

    private final SettingForm form;
    private final CostPool pool;
    private final String named;
    private final Set<YearMonth> seen = new HashSet<>();

    /** A plan; everything that is wrong is noted in the form's violations. */
    CapacityPlan(SettingForm form, CostPool pool) {
        this.form = requireNonNull(form, "form");
        this.pool = requireNonNull(pool, "pool");
        this.named = "The capacity of cost pool " + pool.code();
    }

    /** The changes, which count only when nothing is wrong. */
    Changes<Capacity> changes(List<CapacityCommand> commands) {
        if (pool.unit().isEmpty() && !commands.isEmpty()) {
            form.refuse(
                    Place.REQUEST,
                    ViolationCode.UNIT_MISSING,
                    named + " has no unit, so nobody knows what is counted. Give the pool one first, such as MINUTE.");
        }
        List<Capacity> wanted = new ArrayList<>();
        commands.forEach(command -> check(command).ifPresent(wanted::add));
        Map<YearMonth, Capacity> before = form.settings().capacities(pool.code()).stream()
                .collect(Collectors.toMap(Capacity::period, capacity -> capacity));
        return Changes.of(
                wanted,
                capacity -> Optional.ofNullable(before.get(capacity.period())),
                (capacity, found) -> capacity.practical().compareTo(found.practical()) == 0);
    }

    private Optional<Capacity> check(CapacityCommand command) {
        Place place = command.place();
        Optional<YearMonth> period = form.period(place.member("period"), named, command.period());
        Optional<BigDecimal> practical =
                new QuantityForm(form).positive(place.member("practical"), named, command.practical());
        period.filter(given -> !seen.add(given))
                .ifPresent(given -> form.refuse(
                        place.member("period"),
                        ViolationCode.CODE_REPEATED,
                        named + " is given twice for " + given + ". Give it once."));
        return period.flatMap(from -> practical.map(given -> new Capacity(from, given)));
    }
}
