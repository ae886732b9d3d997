package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import nl.marge.dimension.DerivedValues;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;

/**
 * Fills what a line's sender left blank, by the default rules, in one place for every way in (domain.md R7 to R12). Per
 * dimension: of each source its closest rule that fits, and of those the one with the lowest priority number. A
 * dimension is blank when neither line nor header gives it a value and no membership leads to one: a default would hide
 * the membership for ever. Pure, and independent of the order of rules, dimensions and members.
 */
public final class DefaultResolution {

    private final DimensionReference dimensions;
    private final DerivedValues derived;
    private final List<Target> targets;
    private final boolean looksAtEntry;

    DefaultResolution(DimensionReference dimensions, Collection<DefaultRule> rules) {
        this.dimensions = requireNonNull(dimensions, "dimensions");
        this.derived = new DerivedValues(dimensions);
        this.looksAtEntry = rules.stream().anyMatch(rule -> rule.source() instanceof RuleSource.OfEntry);
        Map<Integer, Map<Integer, SourceRules>> byTarget = new TreeMap<>();
        rules.stream()
                .sorted(Comparator.comparingInt(DefaultRule::priority).thenComparing(DefaultRule::code))
                .forEach(rule -> CompiledRule.of(rule, dimensions)
                        .ifPresent(compiled -> add(
                                compiled, byTarget.computeIfAbsent(compiled.dimensionId(), id -> new TreeMap<>()))));
        this.targets = byTarget.entrySet().stream()
                .map(target -> new Target(
                        target.getKey(), List.copyOf(target.getValue().values())))
                .toList();
    }

    private void add(CompiledRule compiled, Map<Integer, SourceRules> bySource) {
        RuleSource source = compiled.rule().source();
        sourceId(source).ifPresent(id -> bySource.computeIfAbsent(id, none -> new SourceRules(dimensions, id))
                .add(compiled));
    }

    private Optional<Integer> sourceId(RuleSource source) {
        if (source instanceof RuleSource.OfDimension) {
            return dimensions.dimension(source.name()).map(Dimension::id);
        }
        return Optional.of(source instanceof RuleSource.OfEntry ? SourceRules.ENTRY : SourceRules.ACCOUNT);
    }

    /** The picture of the dimensions that the rules were looked up in. */
    DimensionReference dimensions() {
        return dimensions;
    }

    /** What the rules give a line, by dimension id; the caller may change the list. */
    public List<Filled> fill(RuledLine line) {
        List<Filled> filled = new ArrayList<>();
        for (Target target : targets) {
            CompiledRule chosen = line.given(target.dimensionId()) == 0 ? lowest(target.sources(), line) : null;
            if (chosen != null && !isDerived(target.dimensionId(), line)) {
                filled(chosen, line).ifPresent(filled::add);
            }
        }
        return filled;
    }

    /** Whether some rule asks what the lines of the entry say between them. */
    public boolean looksAtEntry() {
        return looksAtEntry;
    }

    private Optional<Filled> filled(CompiledRule chosen, RuledLine line) {
        if (chosen.valueId() != 0) {
            return Optional.of(new Filled(chosen.dimensionId(), chosen.valueId(), chosen.rule(), OptionalInt.empty()));
        }
        EntryValues.OnLine only = line.entry().only(chosen.rule().dimension()).orElseThrow();
        return dimensions
                .value(chosen.dimensionId(), only.value())
                .map(value -> new Filled(chosen.dimensionId(), value.id(), chosen.rule(), OptionalInt.of(only.line())));
    }

    private static CompiledRule lowest(List<SourceRules> sources, RuledLine line) {
        CompiledRule lowest = null;
        for (SourceRules source : sources) {
            CompiledRule closest = source.closest(line);
            if (closest != null
                    && (lowest == null
                            || closest.rule().priority() < lowest.rule().priority())) {
                lowest = closest;
            }
        }
        return lowest;
    }

    private boolean isDerived(int dimensionId, RuledLine line) {
        int day = (int) line.membershipDate().toEpochDay();
        return dimensions.sourceOf(dimensionId) != 0
                && derived.valueOf(DimensionSet.of(line.givenByDimension()), dimensionId, day) != 0;
    }

    /** One value that a rule gave, and the line of the entry, as sent and from 1, if it handed on the value of one. */
    public record Filled(int dimensionId, int valueId, DefaultRule rule, OptionalInt fromLine) {
        public Filled {
            requireNonNull(rule, "rule");
            requireNonNull(fromLine, "fromLine");
        }
    }

    private record Target(int dimensionId, List<SourceRules> sources) {}
}
