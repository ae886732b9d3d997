package nl.marge.ledger.posting;

import nl.marge.platform.idempotency.IdempotencyKeys;

/** Writes down the answer to a keyed request, so that a repeat gets the same. */
public interface AnswerKeeper<T> {

    IdempotencyKeys.Key key();

    /** The answer as it goes out, made before the commit it tells of. */
    IdempotencyKeys.Answer answer(T result);
}
