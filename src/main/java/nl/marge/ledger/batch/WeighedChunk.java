package nl.marge.ledger.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.journal.JournalLookup;
import nl.marge.ledger.journal.Outcome;
import nl.marge.ledger.posting.Conflicts;
import nl.marge.ledger.quarantine.Kept;
import nl.marge.ledger.quarantine.Quarantine;
import nl.marge.ledger.quarantine.QuarantineState;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.PostingRules;
import nl.marge.ledger.rules.Weighing;
import nl.marge.ledger.setting.SourceSetting;

/** Some entries of a batch, weighed against one reference: those that may be laid down, and those that may not. */
final class WeighedChunk {

    private final Reference reference;
    private final List<ReadEntry> accepted = new ArrayList<>();
    private final List<WeighedEntry> weighed = new ArrayList<>();
    private final List<ReadEntry> refused = new ArrayList<>();
    private final List<Weighing.Refused> refusals = new ArrayList<>();
    private int released;
    private Optional<Map<EntryIdentity.Name, StoredEntry>> namesOfRefused = Optional.empty();

    private WeighedChunk(Reference reference) {
        this.reference = reference;
    }

    /** Weighs {@code entries}; what somebody settled in quarantine is not weighed again. */
    static WeighedChunk of(Reference reference, List<ReadEntry> entries, Quarantine quarantine) {
        WeighedChunk chunk = new WeighedChunk(reference);
        List<EntryCommand> readable = entries.stream()
                .filter(entry -> entry.shape().isEmpty())
                .map(ReadEntry::command)
                .toList();
        Map<EntryCommand, Kept> settled = quarantine.settled(reference.company(), readable);
        for (ReadEntry entry : entries) {
            Optional<Kept> kept = settled.isEmpty() || !entry.shape().isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(settled.get(entry.command()));
            kept.ifPresentOrElse(known -> chunk.settle(entry, known), () -> chunk.weigh(entry));
        }
        return chunk;
    }

    private void settle(ReadEntry entry, Kept kept) {
        if (kept.state() == QuarantineState.RELEASED) {
            released++;
            return;
        }
        Violations discarded = new Violations();
        discarded.add(Quarantine.settled(kept));
        refused.add(entry);
        refusals.add(new Weighing.Refused(Optional.empty(), discarded));
    }

    private void weigh(ReadEntry entry) {
        Weighing weighing = entry.shape().isEmpty()
                ? PostingRules.check(reference, entry.command())
                : new Weighing.Refused(Optional.empty(), entry.shape());
        if (weighing instanceof Weighing.Accepted good) {
            accepted.add(entry);
            weighed.add(good.entry());
        } else {
            refused.add(entry);
            refusals.add((Weighing.Refused) weighing);
        }
    }

    long referenceVersion() {
        return reference.version();
    }

    /** The entries that may be laid down, in the order of {@link #weighed}. */
    List<ReadEntry> accepted() {
        return accepted;
    }

    List<WeighedEntry> weighed() {
        return weighed;
    }

    /** Whether the rules refuse an entry, whatever becomes of it then. */
    boolean hasRefused() {
        return !refused.isEmpty();
    }

    /** Counts what became of the accepted ones, and tells what was left out of those that were posted. */
    void tallyAccepted(List<Outcome> outcomes, BatchTally tally) {
        for (int i = 0; i < outcomes.size(); i++) {
            tally.count(accepted.get(i), outcomes.get(i));
            if (outcomes.get(i) instanceof Outcome.Posted) {
                tally.accept(accepted.get(i), weighed.get(i).leftOut());
            }
        }
    }

    /**
     * Counts what would become of the accepted ones. {@code seen} has the names of the batch so far, and gets those of
     * this chunk.
     */
    void tallyTrial(JournalLookup lookup, Map<EntryIdentity.Name, EntryIdentity> seen, BatchTally tally) {
        List<EntryIdentity> identities =
                weighed.stream().map(WeighedEntry::identity).toList();
        Map<EntryIdentity.Name, StoredEntry> stored =
                lookup.find(reference.company().id(), identities);
        for (int i = 0; i < identities.size(); i++) {
            EntryIdentity identity = identities.get(i);
            Optional<StoredEntry> found = Optional.ofNullable(stored.get(identity.name()));
            EntryIdentity first = found.map(StoredEntry::identity)
                    .orElseGet(() -> seen.computeIfAbsent(identity.name(), name -> identity));
            if (first == identity) {
                tally.countPosted();
                tally.accept(accepted.get(i), weighed.get(i).leftOut());
            } else if (first.equals(identity)) {
                tally.countUnchanged();
            } else {
                tally.reject(
                        accepted.get(i),
                        List.of(found.map(Conflicts::externalIdReused)
                                .orElseGet(() -> Conflicts.repeatedInBatch(identity))));
            }
        }
    }

    /**
     * Counts the refused ones: what was posted before with the same content is unchanged, whatever has happened to its
     * accounts and values since; the others are set aside when their source wants it so, or rejected. Which of their
     * names the journal has is asked once, so that the batch itself does not change the answer.
     */
    void tallyRefused(JournalLookup lookup, BatchTally tally) {
        for (int i = 0; i < released; i++) {
            tally.countUnchanged();
        }
        Map<EntryIdentity.Name, StoredEntry> stored = namesOfRefused(lookup);
        for (int i = 0; i < refused.size(); i++) {
            Weighing.Refused refusal = refusals.get(i);
            Optional<StoredEntry> found = refusal.identity().map(own -> stored.get(own.name()));
            if (found.filter(refusal::isOf).isPresent()) {
                tally.countUnchanged();
                continue;
            }
            List<Violation> wrong = new ArrayList<>(refusal.violations().listed());
            found.ifPresent(other -> wrong.add(Conflicts.externalIdReused(other)));
            if (isForQuarantine(refused.get(i), wrong)) {
                tally.setAside(refused.get(i), wrong);
            } else {
                tally.reject(refused.get(i), wrong);
            }
        }
    }

    private Map<EntryIdentity.Name, StoredEntry> namesOfRefused(JournalLookup lookup) {
        if (namesOfRefused.isEmpty()) {
            List<EntryIdentity> identities = refusals.stream()
                    .flatMap(refusal -> refusal.identity().stream())
                    .toList();
            namesOfRefused = Optional.of(lookup.find(reference.company().id(), identities));
        }
        return namesOfRefused.get();
    }

    /** What cannot even be read cannot be kept; what is in conflict with what is stored is told the sender. */
    private boolean isForQuarantine(ReadEntry entry, List<Violation> wrong) {
        String source = entry.command().source().orElse(PostingRules.DEFAULT_SOURCE);
        return entry.shape().isEmpty()
                && wrong.stream().noneMatch(violation -> violation.code().isConflict())
                && reference.settings().sources().of(source).mode() == SourceSetting.Mode.QUARANTINE;
    }
}
