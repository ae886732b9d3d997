package nl.marge.kernel;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A business "no": the request was understood and changes nothing. It carries all violations, not the first. What it
 * becomes over HTTP is decided at the edge.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in the few classes a client reacts to differently. */
    public enum Reason {
        /** Not readable as a request of this contract; the client's program must change. */
        INVALID_REQUEST,
        /** Readable, but its content is refused. */
        ENTRY_REFUSED,
        /** There is no such company or resource. */
        UNKNOWN,
        /** In conflict with what is stored. */
        CONFLICT,
        /** The resource was changed by somebody else since it was read. */
        PRECONDITION_FAILED,
        /** More than the service takes in one piece. */
        TOO_LARGE,
        /** Not now; the same request may succeed a little later. */
        BUSY
    }

    private final transient Reason reason;
    private final transient List<Violation> violations;
    private final int violationsTotal;

    /** A refusal with its violations in order of precedence; {@code violationsTotal} also counts those not listed. */
    public Refusal(Reason reason, List<Violation> violations, int violationsTotal) {
        super(violations.isEmpty() ? reason.name() : violations.get(0).message());
        this.reason = requireNonNull(reason, "reason");
        this.violations = List.copyOf(violations);
        this.violationsTotal = violationsTotal;
    }

    /** A refusal for one reason that needs no list: the message names thing, value and remedy. */
    public Refusal(Reason reason, String message) {
        super(requireNonNull(message, "message"));
        this.reason = requireNonNull(reason, "reason");
        this.violations = List.of();
        this.violationsTotal = 0;
    }

    /** A refusal for one violation. */
    public static Refusal of(Reason reason, Violation violation) {
        return new Refusal(reason, List.of(violation), 1);
    }

    public Reason reason() {
        return reason;
    }

    public List<Violation> violations() {
        return violations;
    }

    public int violationsTotal() {
        return violationsTotal;
    }
}
