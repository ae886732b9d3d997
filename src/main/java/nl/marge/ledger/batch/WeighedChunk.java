package nl.marge.ledger.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.journal.JournalLookup;
import nl.marge.ledger.journal.Outcome;
import nl.marge.ledger.reference.Reference;
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

    private WeighedChunk(Reference reference) {
        this.reference = reference;
    }

    /** Weighs {@code entries}. */
    static WeighedChunk of(Reference reference, List<ReadEntry> entries) {
        WeighedChunk chunk = new WeighedChunk(reference);
        entries.forEach(chunk::weigh);
        return chunk;
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
     * Counts the refused ones: what was posted before with the same content is unchanged, whatever has happened to its
     * accounts and values since; the others are set aside when their source wants it so, or rejected.
     */
    void tallyRefused(JournalLookup lookup, BatchTally tally) {
        List<EntryIdentity> identities = refusals.stream()
                .flatMap(refusal -> refusal.identity().stream())
                .toList();
        Map<EntryIdentity.Name, StoredEntry> stored =
                lookup.find(reference.company().id(), identities);
        for (int i = 0; i < refused.size(); i++) {
            Optional<EntryIdentity> identity = refusals.get(i).identity();
            boolean repeated = identity.map(own -> stored.get(own.name()))
                    .filter(found -> found.identity().equals(identity.get()))
                    .isPresent();
            if (repeated) {
                tally.countUnchanged();
            } else if (isForQuarantine(refused.get(i))) {
                tally.setAside(refused.get(i), refusals.get(i).violations().listed());
            } else {
                tally.reject(refused.get(i), refusals.get(i).violations().listed());
            }
        }
    }

    /** What cannot even be read cannot be kept. */
    private boolean isForQuarantine(ReadEntry entry) {
        String source = entry.command().source().orElse(PostingRules.DEFAULT_SOURCE);
        return entry.shape().isEmpty()
                && reference.settings().sources().of(source).mode() == SourceSetting.Mode.QUARANTINE;
    }
}
