package nl.marge.ledger.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.company.Watermark;
import nl.marge.platform.idempotency.IdempotencyKeys;

/** What became of a unit. */
public sealed interface UnitResult {

    /** Decided: an outcome per entry, in order. Nothing was laid down when an atomic unit has a refused entry. */
    record Done(List<Outcome> outcomes, Watermark watermark) implements UnitResult {
        public Done {
            outcomes = List.copyOf(outcomes);
            requireNonNull(watermark, "watermark");
        }
    }

    /** The reference data moved since the entries were weighed: weigh again. Nothing was laid down. */
    record Stale() implements UnitResult {}

    /** The request was answered before, under the same idempotency key. Nothing was laid down. */
    record Repeated(IdempotencyKeys.Kept kept) implements UnitResult {
        public Repeated {
            requireNonNull(kept, "kept");
        }
    }
}
