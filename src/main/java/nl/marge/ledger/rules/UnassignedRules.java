package nl.marge.ledger.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.LineDimensions.Resolved;
import nl.marge.ledger.setting.CombinationRules;

/**
 * Leaves out of a line what is wrong with its dimensions, for sources whose entries are accepted as unassigned
 * (domain.md R20): a value that is not known, blocked, not valid or not a leaf, one that a policy does not take, and
 * all that a combination rule keeps apart. What a policy demands and nobody gave stays absent. Pure.
 */
final class UnassignedRules {

    private static final Set<ViolationCode> TOLERATED = EnumSet.of(
            ViolationCode.DIMENSION_UNKNOWN,
            ViolationCode.DIMENSION_VALUE_UNKNOWN,
            ViolationCode.DIMENSION_BLOCKED,
            ViolationCode.DIMENSION_VALUE_BLOCKED,
            ViolationCode.DIMENSION_VALUE_NOT_VALID,
            ViolationCode.DIMENSION_VALUE_NOT_LEAF,
            ViolationCode.DIMENSION_REQUIRED,
            ViolationCode.DIMENSION_FIXED,
            ViolationCode.DIMENSION_FORBIDDEN,
            ViolationCode.DIMENSION_VALUE_NOT_ALLOWED,
            ViolationCode.COMBINATION_BLOCKED,
            ViolationCode.COMBINATION_LIMITED);

    private final Reference reference;
    private final DimensionReference dimensions;
    private final LocalDate postingDate;
    private final Optional<EntryKind> kind;

    UnassignedRules(Reference reference, LocalDate postingDate, Optional<EntryKind> kind) {
        this.kind = kind;
        this.reference = reference;
        this.dimensions = reference.dimensions();
        this.postingDate = postingDate;
    }

    /** Whether such a fault is no reason to refuse an entry that is accepted as unassigned. */
    static boolean isTolerated(Violation violation) {
        return TOLERATED.contains(violation.code());
    }

    /** What stays of the dimensions of {@code line}. */
    Resolved leaveOut(Resolved resolved, CheckedLine line) {
        BitSet wrong = (BitSet) resolved.unreadable().clone();
        DimensionSet set = resolved.set();
        for (int i = 0; i < set.size(); i++) {
            if (isWrong(dimensions.dimension(set.dimensionId(i)), dimensions.value(set.valueId(i)))) {
                wrong.set(set.dimensionId(i));
            }
        }
        Resolved sound = resolved.without(wrong);
        return PolicyRules.areThere(reference) ? sound.without(unwanted(line.with(sound.set()))) : sound;
    }

    private boolean isWrong(Dimension dimension, DimensionValue value) {
        return dimension.blocked()
                || value.blocked()
                || !value.isValidOn(postingDate)
                || !dimensions.isLeaf(value.id());
    }

    /** The dimensions whose values break a policy or a combination rule. */
    private BitSet unwanted(CheckedLine line) {
        Violations broken = new Violations();
        new PolicyRules(reference, postingDate, kind, broken).check(line);
        BitSet unwanted = new BitSet();
        if (broken.isEmpty()) {
            return unwanted;
        }
        List<Place> places = new ArrayList<>();
        broken.listed().forEach(violation -> places.add(violation.place()));
        DimensionSet set = line.dimensions();
        for (int i = 0; i < set.size(); i++) {
            String code = dimensions.dimension(set.dimensionId(i)).code();
            if (places.contains(Place.at(line.pointerTo(code)))) {
                unwanted.set(set.dimensionId(i));
            }
        }
        for (CombinationRules.Prepared rule :
                reference.settings().combinations().prepared()) {
            if (rule.rule().validity().isOn(postingDate)) {
                addClash(set, rule, unwanted);
            }
        }
        return unwanted;
    }

    /** Nobody knows which of them is the wrong one, so none is believed. */
    private void addClash(DimensionSet set, CombinationRules.Prepared rule, BitSet unwanted) {
        int[] ids = rule.rule().dimensions().stream()
                .mapToInt(code -> dimensions.dimension(code).map(Dimension::id).orElse(0))
                .toArray();
        int[] values = new int[ids.length];
        boolean complete = true;
        for (int i = 0; i < ids.length; i++) {
            values[i] = ids[i] == 0 ? 0 : set.valueOf(ids[i]);
            complete &= values[i] != 0;
        }
        if (complete && rule.refuses(dimensions, values)) {
            for (int id : ids) {
                unwanted.set(id);
            }
        }
    }
}
