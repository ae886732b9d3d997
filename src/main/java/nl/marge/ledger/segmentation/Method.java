package nl.marge.ledger.segmentation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** By what values are put into segments. Amounts in minor units with the statement's natural sign. */
public sealed interface Method {

    /** The segments it knows, in order, each once. */
    List<String> segments();

    /** Tenths by rank: {@code D1} the best. */
    record Deciles() implements Method {
        private static final int TENTHS = 10;

        /** The segment of a tenth. */
        public static String segment(int decile) {
            return "D" + decile;
        }

        @Override
        public List<String> segments() {
            return IntStream.rangeClosed(1, TENTHS).mapToObj(Deciles::segment).toList();
        }
    }

    /** Tiers from the best; the first that takes a value has it. */
    record Tiers(List<Tier> tiers) implements Method {
        public Tiers {
            tiers = List.copyOf(tiers);
        }

        @Override
        public List<String> segments() {
            return tiers.stream().map(Tier::segment).toList();
        }
    }

    /** Rules in order; the first that matches decides. */
    record Rules(List<Rule> rules) implements Method {
        public Rules {
            rules = List.copyOf(rules);
        }

        @Override
        public List<String> segments() {
            return rules.stream().map(Rule::segment).distinct().toList();
        }
    }

    /** A segment, and down to where it reaches. */
    record Tier(String segment, Cut cut) {
        public Tier {
            requireNonNull(segment, "segment");
            requireNonNull(cut, "cut");
        }
    }

    /** Down to where a tier reaches. */
    sealed interface Cut {
        /** The first {@code percent} of the ranked values, those of the tiers before it included; rounded up. */
        record Top(BigDecimal percent) implements Cut {
            public Top {
                requireNonNull(percent, "percent");
            }
        }

        /** Values with more than {@code amount}. */
        record Above(BigInteger amount) implements Cut {
            public Above {
                requireNonNull(amount, "amount");
            }
        }

        /** All that are left. */
        record Rest() implements Cut {}
    }

    /** A segment for what meets all conditions; without any it takes all that are left. */
    record Rule(String segment, List<Condition> conditions) {
        public Rule {
            requireNonNull(segment, "segment");
            conditions = List.copyOf(conditions);
        }
    }

    /** What must be so of a value. */
    sealed interface Condition {
        /** Its attribute {@code name} is one of these. */
        record Attribute(String name, List<String> is) implements Condition {
            public Attribute {
                requireNonNull(name, "name");
                is = List.copyOf(is);
            }
        }

        /**
         * A line of the statement is more than {@code above} and not more than {@code atMost}.
         *
         * @param index the line's place in the template
         */
        record Measure(String line, int index, Optional<BigInteger> above, Optional<BigInteger> atMost)
                implements Condition {
            public Measure {
                requireNonNull(line, "line");
                requireNonNull(above, "above");
                requireNonNull(atMost, "atMost");
            }
        }
    }
}
