package nl.marge.ledger.segmentation;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.marge.ledger.segmentation.Method.Condition;

/**
 * What a rule can take at all: on each line of the statement and each attribute that it has conditions on, what they
 * leave together. So it can be proved that a rule never holds, or that those before it take all that it could. Pure.
 *
 * @param extents by axis; on any other everything is left
 */
record RuleReach(Map<String, Extent> extents) {

    RuleReach {
        extents = Map.copyOf(extents);
    }

    /** What is left on an axis. */
    sealed interface Extent {
        boolean isEmpty();

        /** What this and another leave together. */
        Extent meet(Extent other);

        /** Whether all that is left here is left by one of {@code parts}. */
        boolean isCoveredBy(List<Extent> parts);
    }

    /** More than {@code above} and not more than {@code atMost}; open where absent. */
    record Span(Optional<BigInteger> above, Optional<BigInteger> atMost) implements Extent {
        private static final Span ALL = new Span(Optional.empty(), Optional.empty());

        Span {
            requireNonNull(above, "above");
            requireNonNull(atMost, "atMost");
        }

        @Override
        public boolean isEmpty() {
            return above.isPresent() && atMost.isPresent() && above.get().compareTo(atMost.get()) >= 0;
        }

        @Override
        public Extent meet(Extent other) {
            Span span = (Span) other;
            return new Span(
                    above.map(least -> least.max(span.above.orElse(least))).or(span::above),
                    atMost.map(most -> most.min(span.atMost.orElse(most))).or(span::atMost));
        }

        @Override
        public boolean isCoveredBy(List<Extent> parts) {
            List<Span> ordered = parts.stream()
                    .map(Span.class::cast)
                    .sorted(Comparator.comparing((Span span) -> span.above.isPresent())
                            .thenComparing(span -> span.above.orElse(BigInteger.ZERO)))
                    .toList();
            Span left = this;
            for (Span part : ordered) {
                if (left.beginsWithin(part)) {
                    if (part.atMost.isEmpty() || new Span(part.atMost, left.atMost).isEmpty()) {
                        return true;
                    }
                    left = new Span(
                            left.above
                                    .map(least -> least.max(part.atMost.get()))
                                    .or(part::atMost),
                            left.atMost);
                }
            }
            return left.isEmpty();
        }

        private boolean beginsWithin(Span part) {
            return part.above.isEmpty()
                    || above.filter(least -> part.above.get().compareTo(least) <= 0)
                            .isPresent();
        }
    }

    /** One of these texts. */
    record Texts(Set<String> texts) implements Extent {
        Texts {
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean isEmpty() {
            return texts.isEmpty();
        }

        @Override
        public Extent meet(Extent other) {
            Set<String> both = new HashSet<>(texts);
            both.retainAll(((Texts) other).texts);
            return new Texts(both);
        }

        @Override
        public boolean isCoveredBy(List<Extent> parts) {
            Set<String> left = new HashSet<>(texts);
            parts.forEach(part -> left.removeAll(((Texts) part).texts));
            return left.isEmpty();
        }
    }

    /** What a rule can take. */
    static RuleReach of(List<Condition> conditions) {
        Map<String, Extent> extents = new TreeMap<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Attribute attribute) {
                extents.merge("attribute " + attribute.name(), new Texts(new HashSet<>(attribute.is())), Extent::meet);
            } else {
                Condition.Measure measure = (Condition.Measure) condition;
                extents.merge(measure.line(), new Span(measure.above(), measure.atMost()), Extent::meet);
            }
        }
        return new RuleReach(extents);
    }

    /** The axis on which conditions exclude each other, in words. */
    Optional<String> contradiction() {
        return new TreeMap<>(extents)
                .entrySet().stream()
                        .filter(extent -> extent.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Whether another rule alone takes all that this one could. */
    boolean isWithin(RuleReach other) {
        return isWithin(other, "");
    }

    /**
     * Whether those before take all that this one could, together: by one axis on which their parts join, while each
     * of them leaves nothing of it on any other.
     */
    boolean isTakenBy(List<RuleReach> before) {
        return before.stream()
                .flatMap(rule -> rule.extents.keySet().stream())
                .distinct()
                .anyMatch(axis -> isTakenBy(before, axis));
    }

    private boolean isTakenBy(List<RuleReach> before, String axis) {
        List<Extent> parts = before.stream()
                .filter(rule -> isWithin(rule, axis))
                .flatMap(rule -> Optional.ofNullable(rule.extents.get(axis)).stream())
                .toList();
        boolean measured = parts.stream().anyMatch(Span.class::isInstance);
        // Nobody knows all texts there may be, so only a rule that names its own can be proved to be left none.
        return Optional.ofNullable(extents.get(axis))
                .or(() -> Optional.<Extent>of(Span.ALL).filter(all -> measured))
                .filter(own -> own.isCoveredBy(parts))
                .isPresent();
    }

    private boolean isWithin(RuleReach other, String exceptAxis) {
        return other.extents.entrySet().stream()
                .filter(extent -> !extent.getKey().equals(exceptAxis))
                .allMatch(extent -> Optional.ofNullable(extents.get(extent.getKey()))
                        .filter(own -> own.isCoveredBy(List.of(extent.getValue())))
                        .isPresent());
    }
}
