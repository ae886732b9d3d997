package nl.marge.allocation.run;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.plan.RunPrints;

/**
 * What is kept of a run beside its entries and traces; amounts in minor units of the company's currency.
 *
 * @param rules in the order in which they ran; traces name them by place
 * @param flows what pools handed on to each other
 * @param sources the cost of each pool by account
 * @param lines what the run moved between lines of the statement
 */
public record RunDetail(List<Rule> rules, List<Flow> flows, List<Source> sources, List<Line> lines, RunPrints prints) {

    public RunDetail {
        rules = List.copyOf(rules);
        flows = List.copyOf(flows);
        sources = List.copyOf(sources);
        lines = List.copyOf(lines);
    }

    /**
     * A rule and how it ended; decimals are texts.
     *
     * @param exactOut all that passed through the pool, to six decimals of the currency's unit
     */
    public record Rule(
            String code,
            String pool,
            String method,
            Optional<String> group,
            String outcome,
            long own,
            long received,
            long out,
            long unused,
            long overDriven,
            long residual,
            String exactOut,
            String used,
            Optional<String> capacity,
            List<Part> parts) {
        public Rule {
            parts = List.copyOf(parts);
        }
    }

    /** An activity of a rule, or the rule's only part; {@code weight} is the sum of all receivers' weights. */
    public record Part(String code, List<Term> terms, String weight) {
        public Part {
            terms = List.copyOf(terms);
        }
    }

    /** A driver and the minutes for each unit of it; empty where the quantity itself is the weight. */
    public record Term(String driver, Optional<String> minutes) {}

    /**
     * What a part of a rule brought to a pool.
     *
     * @param exact of a reciprocal group, whose members are solved together: what passed from one to the other, to six
     *     decimals of the currency's unit, of which {@code amount} is rounded for itself and no portion of the run;
     *     empty elsewhere, and for runs that were made when it was not kept
     */
    public record Flow(String rule, String part, String pool, String weight, long amount, Optional<String> exact) {}

    /** Cost of a pool on an account. */
    public record Source(String pool, String account, long amount) {}

    /** A line of the statement before any allocation, and what the run changed, both with natural sign. */
    public record Line(String line, BigInteger before, BigInteger difference) {}
}
