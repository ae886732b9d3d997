package nl.marge.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Collects everything wrong with a request. A request is never refused for its first fault only: whoever checks adds
 * here and goes on. What comes out is ordered by precedence of the codes, then in the order found.
 */
public final class Violations {

    /** So many are listed in one answer: beyond that a caller mends a cause, not a list. */
    public static final int LISTED_LIMIT = 1_000;

    /** So many are kept for ordering; an entry has at most 10,000 lines, so no well-formed caller comes here. */
    private static final int KEPT_LIMIT = 100_000;

    private final List<Violation> kept = new ArrayList<>();
    private int total;

    /** Notes one violation at an RFC 6901 pointer into the body. */
    public void add(String pointer, ViolationCode code, String message) {
        add(Violation.at(pointer, code, message));
    }

    /** Notes one violation at a place. */
    public void add(Place place, ViolationCode code, String message) {
        add(new Violation(code, place, message));
    }

    /** Notes one violation. */
    public void add(Violation violation) {
        total++;
        if (kept.size() < KEPT_LIMIT) {
            kept.add(violation);
        }
    }

    /** Notes all of {@code violations}. */
    public void addAll(List<Violation> violations) {
        violations.forEach(this::add);
    }

    /** Takes out those that {@code tolerated} tells, by precedence: they no longer count. */
    public List<Violation> takeOut(Predicate<Violation> tolerated) {
        List<Violation> taken = kept.stream()
                .filter(tolerated)
                .sorted(Comparator.comparing(Violation::code))
                .toList();
        kept.removeIf(tolerated);
        total -= taken.size();
        return taken;
    }

    /** True while nothing is wrong. */
    public boolean isEmpty() {
        return total == 0;
    }

    /** How many were noted, listed or not. */
    public int total() {
        return total;
    }

    /** The violations by precedence, at most {@link #LISTED_LIMIT}. */
    public List<Violation> listed() {
        return kept.stream()
                .sorted(Comparator.comparing(Violation::code))
                .limit(LISTED_LIMIT)
                .toList();
    }

    /**
     * Ends a check.
     *
     * @throws Refusal for {@code reason} with all violations, when there are any
     */
    public void refuse(Refusal.Reason reason) {
        if (!isEmpty()) {
            throw new Refusal(reason, listed(), total);
        }
    }

    /**
     * Ends a check of content.
     *
     * @throws Refusal with all violations, when there are any: CONFLICT when nothing but what is stored stands against
     *     the request, otherwise ENTRY_REFUSED
     */
    public void refuseContent() {
        boolean conflict = kept.stream().allMatch(violation -> violation.code().isConflict());
        refuse(conflict ? Refusal.Reason.CONFLICT : Refusal.Reason.ENTRY_REFUSED);
    }
}
