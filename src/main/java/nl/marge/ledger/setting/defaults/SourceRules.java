package nl.marge.ledger.setting.defaults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionReference;

/**
 * The rules for one dimension that hang on one source. The closest one that fits is the source's say: a rule of the
 * record itself, else of its nearest ancestor, else one at type level; priorities decide among equally close ones
 * (domain.md R7, R9).
 */
final class SourceRules {

    private final DimensionReference dimensions;

    /** The dimension the rules hang on, or 0 for the account. */
    private final int sourceDimensionId;

    /** Rules of one record by the account's code or the value's id, each list by priority. */
    private final Map<Object, List<CompiledRule>> rulesByRecord = new HashMap<>();

    private final List<CompiledRule> rulesOfTypes = new ArrayList<>();

    SourceRules(DimensionReference dimensions, int sourceDimensionId) {
        this.dimensions = dimensions;
        this.sourceDimensionId = sourceDimensionId;
    }

    /** Adds a rule of this source; rules come by ascending priority number. */
    void add(CompiledRule compiled) {
        RuleSource source = compiled.rule().source();
        if (source instanceof RuleSource.OfAccount ofAccount) {
            list(ofAccount.account().map(Object.class::cast)).add(compiled);
            return;
        }
        RuleSource.OfDimension ofDimension = (RuleSource.OfDimension) source;
        if (ofDimension.value().isEmpty()) {
            rulesOfTypes.add(compiled);
            return;
        }
        CompiledRule.value(
                        dimensions, ofDimension.dimension(), ofDimension.value().get())
                .ifPresent(value -> list(Optional.of(value.id())).add(compiled));
    }

    private List<CompiledRule> list(Optional<Object> record) {
        return record.map(key -> rulesByRecord.computeIfAbsent(key, none -> new ArrayList<>()))
                .orElse(rulesOfTypes);
    }

    /** The source's say on a line, or null when no rule of it fits. */
    CompiledRule closest(RuledLine line) {
        CompiledRule ofRecord = sourceDimensionId == 0
                ? first(rulesByRecord.get(line.account()), line)
                : nearest(line.given(sourceDimensionId), line);
        boolean absent = sourceDimensionId != 0 && line.given(sourceDimensionId) == 0;
        return ofRecord != null || absent ? ofRecord : first(rulesOfTypes, line);
    }

    private CompiledRule nearest(int valueId, RuledLine line) {
        CompiledRule found = null;
        for (int id = valueId;
                id != 0 && found == null;
                id = dimensions.value(id).parentId()) {
            found = first(rulesByRecord.get(id), line);
        }
        return found;
    }

    private static CompiledRule first(List<CompiledRule> rules, RuledLine line) {
        if (rules != null) {
            for (CompiledRule compiled : rules) {
                if (isOfType(compiled.rule().source(), line) && compiled.fits(line)) {
                    return compiled;
                }
            }
        }
        return null;
    }

    private static boolean isOfType(RuleSource source, RuledLine line) {
        return !(source instanceof RuleSource.OfAccount ofAccount)
                || ofAccount.type().isEmpty()
                || ofAccount.type().get().equals(line.accountType());
    }
}
