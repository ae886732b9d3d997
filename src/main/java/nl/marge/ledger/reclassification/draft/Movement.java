package nl.marge.ledger.reclassification.draft;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.Account;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.Provenance.Kind;
import nl.marge.ledger.entry.Provenance.Origin;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.defaults.DefaultResolution.Filled;
import nl.marge.ledger.setting.defaults.RuledLine;

/** Where a line goes when its values change. Pure. */
final class Movement {

    private final Reference reference;
    private final Change change;

    Movement(Reference reference, Change change) {
        this.reference = reference;
        this.change = change;
    }

    /** The move of one line; it leads nowhere when nothing changes. */
    Move of(MovableLine line) {
        return change instanceof Change.Replace replace
                ? replaced(line, replace.valueByDimension())
                : derivedAnew(line, (Change.ReDerive) change);
    }

    private Move replaced(MovableLine line, Map<Integer, Integer> values) {
        int[] valueByDimension = values(line.set());
        values.forEach((dimension, value) -> valueByDimension[dimension] = value);
        return Move.of(line, DimensionSet.of(valueByDimension), Optional.empty());
    }

    /**
     * What rules gave is forgotten and the rules of now are asked, as if the line were posted again on its date: they
     * see what somebody gave, and what that leads to, and nothing that rules gave.
     */
    private Move derivedAnew(MovableLine line, Change.ReDerive asked) {
        Provenance provenance = line.line().provenance();
        int[] given = values(line.set());
        for (int dimension = 0; dimension < given.length; dimension++) {
            if (isOfRule(provenance, dimension)) {
                given[dimension] = 0;
            }
        }
        int[] valueByDimension = values(line.set());
        Map<Integer, Origin> origins = new TreeMap<>(provenance.originByDimension());
        for (int dimension : asked.dimensions()) {
            if (isOfRule(provenance, dimension)) {
                valueByDimension[dimension] = 0;
                origins.remove(dimension);
            }
        }
        for (Filled filled :
                reference.settings().defaults().under(reference.dimensions()).fill(ruled(line, given))) {
            if (asked.dimensions().contains(filled.dimensionId())) {
                valueByDimension[filled.dimensionId()] = filled.valueId();
                origins.put(
                        filled.dimensionId(),
                        Origin.rule(filled.rule().code(), filled.rule().version()));
            }
        }
        return Move.of(line, DimensionSet.of(valueByDimension), Optional.of(new Provenance(origins)));
    }

    private RuledLine ruled(MovableLine movable, int[] given) {
        WeighedLine line = movable.line();
        Account account = reference.account(line.accountId());
        return new RuledLine(
                account.code(), account.type().name(), movable.postingDate(), line.membershipDate(), given);
    }

    private static boolean isOfRule(Provenance provenance, int dimension) {
        return provenance
                .origin(dimension)
                .filter(origin -> origin.kind() == Kind.RULE)
                .isPresent();
    }

    /** A line newer than this picture may carry a dimension that the picture does not have yet. */
    private int[] values(DimensionSet set) {
        int own = set.size() == 0 ? 0 : set.dimensionId(set.size() - 1) + 1;
        int[] valueByDimension = new int[Math.max(own, reference.dimensions().dimensionIdLimit())];
        for (int i = 0; i < set.size(); i++) {
            valueByDimension[set.dimensionId(i)] = set.valueId(i);
        }
        return valueByDimension;
    }
}
