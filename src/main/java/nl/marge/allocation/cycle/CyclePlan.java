package nl.marge.allocation.cycle;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Decides what an upsert of a cycle comes to: a pure function of the pictures and the command. */
final class CyclePlan {

    /** Cycles in a company at most. */
    static final int CYCLES_LIMIT = 100;

    /** Versions of a cycle at most: one a month for more than twenty years. */
    static final int VERSIONS_LIMIT = 300;

    private static final Place VERSIONS = Place.REQUEST.member("versions");

    private final SettingForm form;
    private final Set<YearMonth> used;
    private final Set<YearMonth> seen = new HashSet<>();

    /**
     * A plan; everything that is wrong is noted in the form's violations.
     *
     * @param used the versions by which a run was posted: they stay as they are
     */
    CyclePlan(SettingForm form, Set<YearMonth> used) {
        this.form = requireNonNull(form, "form");
        this.used = Set.copyOf(used);
    }

    /** The change, of {@code version}, which counts only when nothing is wrong. */
    Changes<AllocationCycle> changes(CycleCommand command, long version) {
        String named = named(command.code());
        Optional<AllocationCycle> before = form.settings().cycle(command.code());
        form.code(Place.at("/code"), named, command.code(), new HashSet<>());
        form.name(Place.at("/name"), named, command.name());
        if (command.versions().isEmpty()) {
            form.refuse(
                    VERSIONS,
                    ViolationCode.VALUE_MISSING,
                    named + " has no version of its rules. Give one with the period from which they hold.");
        }
        form.count(VERSIONS, named, command.versions().size(), VERSIONS_LIMIT);
        command.versions().forEach(said -> check(said, named, before));
        checkFrozenAreThere(named);
        if (!form.violations().isEmpty()) {
            return new Changes<>(List.of(), List.of(), 0);
        }
        List<AllocationCycle.Version> versions = command.versions().stream()
                .map(said -> RuleMaking.version(said).orElseThrow())
                .toList();
        Changes<AllocationCycle> changes = Changes.of(
                List.of(new AllocationCycle(command.code(), command.name().orElse(command.code()), versions, version)),
                cycle -> before,
                (cycle, found) -> cycle.withVersion(found.version()).equals(found));
        int count = form.settings().cycles().size() + changes.created().size();
        form.count(Place.REQUEST, "The company", count, CYCLES_LIMIT);
        return changes;
    }

    private void check(CycleCommand.Version said, String named, Optional<AllocationCycle> before) {
        Place place = said.place().member("from");
        Optional<YearMonth> from = form.period(place, named, said.from());
        if (from.isPresent() && !seen.add(from.get())) {
            form.refuse(
                    place,
                    ViolationCode.CODE_REPEATED,
                    named + " has two versions from " + from.get() + ". Join them, or let one begin later.");
        }
        if (from.filter(used::contains).isPresent()) {
            if (!isAsBefore(said, before)) {
                refuseFrozen(said.place(), named, from.get());
            }
            return;
        }
        new VersionChecks(
                        form, said, "version " + said.from().map(Texts::excerpt).orElse("without period"))
                .check();
    }

    /** A version by which a run was posted is not checked again: what it names may have been blocked since. */
    private static boolean isAsBefore(CycleCommand.Version said, Optional<AllocationCycle> before) {
        Optional<AllocationCycle.Version> made = RuleMaking.version(said);
        return made.isPresent()
                && before.stream().anyMatch(cycle -> cycle.versions().contains(made.get()));
    }

    private void checkFrozenAreThere(String named) {
        used.stream()
                .sorted()
                .filter(from -> !seen.contains(from))
                .forEach(from -> refuseFrozen(VERSIONS, named, from));
    }

    private void refuseFrozen(Place place, String named, YearMonth from) {
        form.refuse(
                place,
                ViolationCode.VERSION_FROZEN,
                "A run was posted by the version from " + from + " of " + SettingForm.inside(named)
                        + ", so it stays as it is. Give it unchanged, and add a version that begins later.");
    }

    static String named(String code) {
        return "Allocation cycle \"" + Texts.excerpt(code) + "\"";
    }
}
