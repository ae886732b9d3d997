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

    /** The source that the account is. */
    static final int ACCOUNT = 0;

    /** The source that the entry is. */
    static final int ENTRY = -1;

    /** The dimension the rules hang on, or the account, or the entry. */
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
        if (source.record().isEmpty()) {
            rulesOfTypes.add(compiled);
            return;
        }
        CompiledRule.value(dimensions, source.name(), source.record().get())
                .ifPresent(value -> list(Optional.of(value.id())).add(compiled));
    }

    private List<CompiledRule> list(Optional<Object> record) {
        return record.map(key -> rulesByRecord.computeIfAbsent(key, none -> new ArrayList<>()))
                .orElse(rulesOfTypes);
    }

    /** The source's say on a line, or null when no rule of it fits. */
    CompiledRule closest(RuledLine line) {
        if (sourceDimensionId > 0 && line.given(sourceDimensionId) == 0) {
            return null;
        }
        CompiledRule ofRecord =
                switch (sourceDimensionId) {
                    case ENTRY -> null;
                    case ACCOUNT -> first(rulesByRecord.get(line.account()), line);
                    default -> nearest(line.given(sourceDimensionId), line);
                };
        return ofRecord != null ? ofRecord : first(rulesOfTypes, line);
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
                if (isOfSource(compiled.rule(), line) && compiled.fits(line)) {
                    return compiled;
                }
            }
        }
        return null;
    }

    private static boolean isOfSource(DefaultRule rule, RuledLine line) {
        if (rule.source() instanceof RuleSource.OfEntry) {
            return line.entry().only(rule.dimension()).isPresent();
        }
        return !(rule.source() instanceof RuleSource.OfAccount ofAccount)
                || ofAccount.type().isEmpty()
                || ofAccount.type().get().equals(line.accountType());
    }
}
