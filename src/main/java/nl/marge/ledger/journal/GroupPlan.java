package nl.marge.ledger.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.EntryIdentity.Name;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.ledger.entry.WeighedEntry;

/**
 * What a group of units comes to, given what is stored: which entries are laid down, in which order, and what becomes
 * of the others. Pure: the same units and the same stored entries give the same plan.
 */
final class GroupPlan {

    /** What is to become of one entry. */
    private sealed interface Decision {
        /** It becomes the batch's entry number {@code ordinal}. */
        record Append(int ordinal) implements Decision {}

        /** Another entry of this group, {@code ordinal}, has the same name: with the same content or another. */
        record Twin(int ordinal, boolean same) implements Decision {}

        /** Another entry of this group cancels the same one. */
        record RivalReversal(int ordinal) implements Decision {}

        /** Known without the batch. */
        record Settled(Outcome outcome) implements Decision {}
    }

    private final Map<Name, StoredEntry> stored;
    private final Map<EntryId, StoredEntry> reversals;
    private final Map<Name, Integer> ordinalByName = new HashMap<>();
    private final Map<EntryId, Integer> ordinalByReversed = new HashMap<>();
    private final List<WeighedEntry> appended = new ArrayList<>();
    private final List<List<Decision>> decisions = new ArrayList<>();

    private GroupPlan(Map<Name, StoredEntry> stored, Map<EntryId, StoredEntry> reversals) {
        this.stored = stored;
        this.reversals = reversals;
    }

    /** Plans {@code units} in order, given the stored entries by name and the stored reversals by what they cancel. */
    static GroupPlan of(List<PostingUnit> units, Map<Name, StoredEntry> stored, Map<EntryId, StoredEntry> reversals) {
        GroupPlan plan = new GroupPlan(stored, reversals);
        units.forEach(plan::add);
        return plan;
    }

    /** The entries to lay down; their position is their ordinal in the batch. */
    List<WeighedEntry> appended() {
        return appended;
    }

    /** The outcomes of unit {@code index} once the batch is published. */
    List<Outcome> outcomes(int index, Publisher.Published published) {
        return decisions.get(index).stream()
                .map(decision -> outcome(decision, published))
                .toList();
    }

    /** Whether another look at what is stored came to laying down the very same entries. */
    boolean isSameAs(GroupPlan other) {
        boolean same = appended.size() == other.appended.size();
        for (int i = 0; same && i < appended.size(); i++) {
            same = appended.get(i) == other.appended.get(i);
        }
        return same;
    }

    private void add(PostingUnit unit) {
        int sizeBefore = appended.size();
        List<Decision> decided = new ArrayList<>(unit.entries().size());
        for (WeighedEntry entry : unit.entries()) {
            decided.add(decide(entry));
        }
        if (unit.atomic() && decided.stream().anyMatch(GroupPlan::isRefused)) {
            takeBack(sizeBefore);
            for (int i = 0; i < decided.size(); i++) {
                decided.set(i, withoutUnit(decided.get(i), unit.entries().get(i), sizeBefore));
            }
        }
        decisions.add(decided);
    }

    /** What a decision becomes when nothing of its own unit is laid down. */
    private static Decision withoutUnit(Decision decision, WeighedEntry entry, int sizeBefore) {
        if (decision instanceof Decision.Append) {
            return new Decision.Settled(new Outcome.NotPosted());
        }
        if (decision instanceof Decision.Twin twin && twin.ordinal() >= sizeBefore) {
            return new Decision.Settled(
                    twin.same() ? new Outcome.NotPosted() : new Outcome.RepeatedInUnit(entry.identity()));
        }
        return decision;
    }

    private Decision decide(WeighedEntry entry) {
        if (entry.reverses().isPresent()) {
            EntryId original = entry.reverses().get().entry();
            if (reversals.containsKey(original)) {
                return new Decision.Settled(new Outcome.AlreadyReversed(reversals.get(original)));
            }
            Integer rival = ordinalByReversed.get(original);
            if (rival != null) {
                return new Decision.RivalReversal(rival);
            }
        }
        Name name = entry.identity().name();
        StoredEntry found = stored.get(name);
        if (found != null) {
            boolean same = found.identity().equals(entry.identity());
            return new Decision.Settled(same ? new Outcome.Unchanged(found) : new Outcome.Reused(found));
        }
        Integer twin = ordinalByName.get(name);
        if (twin != null) {
            return new Decision.Twin(twin, appended.get(twin).identity().equals(entry.identity()));
        }
        entry.reverses().ifPresent(reverses -> ordinalByReversed.put(reverses.entry(), appended.size()));
        ordinalByName.put(name, appended.size());
        appended.add(entry);
        return new Decision.Append(appended.size() - 1);
    }

    private static boolean isRefused(Decision decision) {
        return decision instanceof Decision.Settled settled && settled.outcome().isRefused()
                || decision instanceof Decision.Twin twin && !twin.same()
                || decision instanceof Decision.RivalReversal;
    }

    private void takeBack(int size) {
        while (appended.size() > size) {
            WeighedEntry entry = appended.remove(appended.size() - 1);
            ordinalByName.remove(entry.identity().name());
            entry.reverses().ifPresent(reverses -> ordinalByReversed.remove(reverses.entry()));
        }
    }

    private Outcome outcome(Decision decision, Publisher.Published published) {
        if (decision instanceof Decision.Append append) {
            return published.posted(append.ordinal());
        }
        if (decision instanceof Decision.Twin twin) {
            StoredEntry other = published.stored(twin.ordinal(), appended.get(twin.ordinal()));
            return twin.same() ? new Outcome.Unchanged(other) : new Outcome.Reused(other);
        }
        if (decision instanceof Decision.RivalReversal rival) {
            return new Outcome.AlreadyReversed(published.stored(rival.ordinal(), appended.get(rival.ordinal())));
        }
        return ((Decision.Settled) decision).outcome();
    }
}
