package nl.marge.ledger.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.platform.idempotency.IdempotencyKeys;
import org.jdbi.v3.core.Handle;

/**
 * What one request asks the writer to lay down together. When {@code atomic}, one refused entry refuses all. The
 * entries were weighed against {@code referenceVersion}; when that has moved at the commit, or what the companion
 * watches, the unit comes back stale.
 */
public record PostingUnit(
        int companyId,
        long referenceVersion,
        List<WeighedEntry> entries,
        boolean atomic,
        Optional<KeyedAnswer> keyedAnswer,
        Optional<Companion> companion) {

    public PostingUnit {
        entries = List.copyOf(entries);
        requireNonNull(keyedAnswer, "keyedAnswer");
        requireNonNull(companion, "companion");
    }

    /** A unit that depends on nothing but the reference data. */
    public PostingUnit(
            int companyId,
            long referenceVersion,
            List<WeighedEntry> entries,
            boolean atomic,
            Optional<KeyedAnswer> keyedAnswer) {
        this(companyId, referenceVersion, entries, atomic, keyedAnswer, Optional.empty());
    }

    /** Whether no other unit may share its commit, because neither would see what the other is about to change. */
    boolean isExclusive() {
        return companion.filter(Companion::isExclusive).isPresent();
    }

    /** How many lines there are. */
    int lines() {
        return entries.stream().mapToInt(entry -> entry.lines().size()).sum();
    }

    /** An answer to be kept for repeats of a keyed request, written in the posting transaction itself. */
    public interface KeyedAnswer {
        /** The key under which it is kept. */
        IdempotencyKeys.Key key();

        /** Status and body of the answer to {@code outcomes}, or empty when this answer is not to be kept. */
        Optional<IdempotencyKeys.Answer> answer(UnitResult.Done done);
    }

    /** What entries depend on besides the reference data, and what is written along with them. */
    public interface Companion {
        /** Whether what the entries were made from is still so, asked under the company's lock. */
        boolean holds(Handle handle);

        /** Writes what belongs to the entries, in their transaction; {@code done} has an outcome for each of them. */
        void write(Handle handle, UnitResult.Done done);

        /** Whether {@link #write} changes what the companion of another unit depends on. */
        boolean isExclusive();
    }
}
