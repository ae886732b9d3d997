package nl.marge.allocation.engine;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * What became of one rule, in minor units: {@code own + received = out + unused + overDriven + residual}.
 *
 * @param own the pool's own cost
 * @param received from other pools; of a reciprocal group what is left of it after its own members were served
 * @param out to dimension receivers and to pools
 * @param unused cost of capacity that nobody used
 * @param overDriven what was charged beyond the cost, negative
 * @param residual what stayed in the pool
 * @param exactOut all that passed through the pool, to six decimals of the currency's unit; differs from own + received
 *     in a reciprocal group alone
 * @param used minutes by the time equations; zero but for a time-driven rule
 * @param handed what a member of a reciprocal group gave the others of the group; no part of {@code out}
 */
public record RuleResult(
        Sender sender,
        Outcome outcome,
        long own,
        long received,
        long out,
        long unused,
        long overDriven,
        long residual,
        BigDecimal exactOut,
        BigDecimal used,
        Portions portions,
        List<Handed> handed) {

    public RuleResult {
        requireNonNull(sender, "sender");
        requireNonNull(outcome, "outcome");
        requireNonNull(exactOut, "exactOut");
        requireNonNull(used, "used");
        requireNonNull(portions, "portions");
        handed = List.copyOf(handed);
    }

    /**
     * What a pool gave another of its reciprocal group, all that passed through counted.
     *
     * @param pool its position
     * @param exact to six decimals of the currency's unit
     */
    public record Handed(int pool, BigDecimal exact) {
        public Handed {
            requireNonNull(exact, "exact");
        }
    }

    /** The same with what the pool gave the others of its group. */
    RuleResult handing(List<Handed> inside) {
        return new RuleResult(
                sender, outcome, own, received, out, unused, overDriven, residual, exactOut, used, portions, inside);
    }

    /** How a rule ended. */
    public enum Outcome {
        /** The pool's cost was allocated whole. */
        ALLOCATED,
        /** The pool has no cost. */
        NOTHING_TO_ALLOCATE,
        /** The weights sum to zero: the cost stays where it is (domain.md R27). */
        WITHOUT_DRIVER
    }
}
