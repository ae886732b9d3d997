package nl.marge.platform.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import nl.marge.kernel.Refusal;

/**
 * The body of every answer that is a "no" or an error, whatever form was asked for; also what a failed job keeps.
 *
 * @param violations at most 1,000 of them, in order of precedence
 * @param violationsTotal how many there are
 * @param truncated whether not all are listed
 */
@JsonPropertyOrder({"head", "violations", "violationsTotal", "truncated"})
public record Problem(
        @JsonUnwrapped ProblemHead head, List<ListedViolation> violations, int violationsTotal, boolean truncated) {
    public Problem {
        requireNonNull(head, "head");
        violations = List.copyOf(violations);
    }

    /** A problem that needs no list. */
    public static Problem of(ProblemKind kind, String detail, String instance) {
        return new Problem(ProblemHead.of(kind, detail, instance), List.of(), 0, false);
    }

    /** The problem that a refusal is. */
    public static Problem of(Refusal refusal, String instance) {
        List<ListedViolation> listed = ListedViolation.of(refusal.violations());
        int total = refusal.violationsTotal();
        String others = total > 1 ? " (The first of " + total + " violations.)" : "";
        ProblemHead head = ProblemHead.of(ProblemKind.of(refusal.reason()), refusal.getMessage() + others, instance);
        return new Problem(head, listed, total, total > listed.size());
    }
}
