package nl.marge.ledger.reclassification.draft;

import java.time.YearMonth;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.period.PeriodRules;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.CheckedLine;
import nl.marge.ledger.rules.PolicyRules;
import nl.marge.ledger.rules.ValueRules;

/**
 * Whether lines may go where they are to go. What a line keeps is not checked again: it held once. The account is not
 * checked either: nothing is added to it. Pure.
 */
public final class MoveRules {

    private final Reference reference;
    private final Violations violations;

    private MoveRules(Reference reference, Violations violations) {
        this.reference = reference;
        this.violations = violations;
    }

    /** Checks each of {@code moves}; what is wrong is noted by its place among them. */
    public static void check(Reference reference, List<Move> moves, Violations violations) {
        MoveRules rules = new MoveRules(reference, violations);
        for (int i = 0; i < moves.size(); i++) {
            rules.check("/lines/" + i, moves.get(i));
        }
        checkPeriods(reference, moves, violations);
    }

    /** Checks only that the periods of the lines take the entries: amounts move on the dates of the lines. */
    public static void checkPeriods(Reference reference, List<Move> moves, Violations violations) {
        for (int i = 0; i < moves.size(); i++) {
            String pointer = "/lines/" + i;
            MovableLine line = moves.get(i).line();
            new PeriodRules(reference.settings().periods(), line.scenario())
                    .refuse(line.postingDate(), EntryKind.RECLASSIFICATION)
                    .ifPresent(closed -> violations.add(pointer, closed.code(), outsidePeriod(line)));
        }
    }

    private void check(String pointer, Move move) {
        MovableLine line = move.line();
        String name = name(line);
        if (!line.isReclassifiable()) {
            violations.add(
                    pointer,
                    ViolationCode.LINE_NOT_RECLASSIFIABLE,
                    name + " is of kind " + line.kind() + "; only JOURNAL and COST are reclassified. Leave it out.");
        }
        if (!move.isInPlace()) {
            violations.add(
                    pointer,
                    ViolationCode.LINE_MOVED,
                    name + " was moved by another reclassification since this one was drafted. Draft it anew.");
        }
        if (move.after().size() > DimensionSet.SIZE_LIMIT) {
            violations.add(
                    pointer,
                    ViolationCode.ENTRY_TOO_LARGE,
                    name + " would carry more than " + DimensionSet.SIZE_LIMIT
                            + " dimensions. Leave out what is derived.");
        }
        checkValues(pointer, name, move);
        checkPolicies(pointer, name, move);
    }

    /** What was at fault with the line where it stands is no fault of the move. */
    private void checkPolicies(String pointer, String name, Move move) {
        Violations before = policyFaults(pointer, name, move.line(), move.before());
        Violations after = policyFaults(pointer, name, move.line(), move.after());
        List<Violation> known = before.listed();
        after.listed().stream().filter(fault -> !known.contains(fault)).forEach(violations::add);
    }

    private Violations policyFaults(String pointer, String name, MovableLine line, DimensionSet set) {
        Violations faults = new Violations();
        Account account = reference.account(line.line().accountId());
        new PolicyRules(reference, line.postingDate(), faults)
                .check(new CheckedLine(
                        pointer,
                        inside(name),
                        Optional.of(account),
                        set,
                        new BitSet(),
                        line.line().membershipDate(),
                        Map.of()));
        return faults;
    }

    private void checkValues(String pointer, String name, Move move) {
        DimensionReference dimensions = reference.dimensions();
        ValueRules values = new ValueRules(dimensions, Optional.of(move.line().postingDate()), violations);
        changed(move).forEach((dimensionId, valueId) -> {
            Dimension dimension = dimensions.dimension(dimensionId);
            if (reference.settings().locks().contains(dimensionId)) {
                violations.add(
                        pointer,
                        ViolationCode.DIMENSION_LOCKED,
                        "Dimension " + dimension.code() + " is locked against reclassification; it would change on "
                                + inside(name) + ". Leave it out, or unlock it in the reclassification settings.");
            }
            if (valueId != 0) {
                values.check(pointer, dimension, dimensions.value(valueId));
            }
        });
    }

    /** The dimensions whose value changes, with the new one; 0 for none. */
    private static Map<Integer, Integer> changed(Move move) {
        Map<Integer, Integer> changed = new TreeMap<>();
        DimensionSet before = move.before();
        DimensionSet after = move.after();
        for (int i = 0; i < before.size(); i++) {
            int dimension = before.dimensionId(i);
            if (after.valueOf(dimension) != before.valueId(i)) {
                changed.put(dimension, after.valueOf(dimension));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            int dimension = after.dimensionId(i);
            if (before.valueOf(dimension) == 0) {
                changed.put(dimension, after.valueId(i));
            }
        }
        return changed;
    }

    private static String outsidePeriod(MovableLine line) {
        return name(line) + " lies in period " + YearMonth.from(line.postingDate()) + " of scenario " + line.scenario()
                + ", which takes no reclassifications; amounts move on the date of the line. Open the period, or leave"
                + " the line out.";
    }

    /** The name inside a sentence. */
    private static String inside(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String name(MovableLine line) {
        return "Line " + line.key().lineNumber() + " of entry " + line.number();
    }
}
