package nl.marge.ledger.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.platform.idempotency.IdempotencyKeys;

/**
 * What one request asks the writer to lay down together. When {@code atomic}, one refused entry refuses all. The
 * entries were weighed against {@code referenceVersion}; when that has moved at the commit, the unit comes back stale.
 */
public record PostingUnit(
        int companyId,
        long referenceVersion,
        List<WeighedEntry> entries,
        boolean atomic,
        Optional<KeyedAnswer> keyedAnswer) {

    public PostingUnit {
        entries = List.copyOf(entries);
        requireNonNull(keyedAnswer, "keyedAnswer");
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
}
