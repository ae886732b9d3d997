package nl.marge.platform.idempotency;

/** A keyed request turned out, under the lock, to have been answered by another replica a moment before. */
public final class RepeatedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient IdempotencyKeys.Kept kept;

    public RepeatedRequest(IdempotencyKeys.Kept kept) {
        super("answered before under the same idempotency key");
        this.kept = kept;
    }

    public IdempotencyKeys.Kept kept() {
        return kept;
    }
}
