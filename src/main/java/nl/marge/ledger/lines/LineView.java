package nl.marge.ledger.lines;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.dimension.DerivedValues;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.ledger.Account;
import nl.marge.ledger.entry.ShownOrigin;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;

/**
 * How lines are looked at by one request: whether their dimensions pass its filter, which values they lead to, and what
 * they are worth on the statement. Serves one thread.
 */
final class LineView {

    private final Reference reference;
    private final DimensionSets sets;
    private final StatementLayout layout;
    private final int[] rowByAccount;
    private final OptionalInt statementLine;
    private final OptionalInt fixedDay;
    private final Optional<SetGrouping> filter;
    private final DerivedValues derivedValues;
    private KnownSets known;

    /**
     * A view.
     *
     * @param selection whose filter must be passed; all lines pass when there is none
     * @param statementLine the line of the statement, counted from 0, whose value is asked for; each line's own when
     *     there is none
     */
    LineView(Reference reference, DimensionSets sets, Optional<LineSelection> selection, OptionalInt statementLine) {
        this.reference = reference;
        this.sets = sets;
        this.layout = new StatementLayout(reference);
        this.rowByAccount = layout.rowByAccount();
        this.statementLine = statementLine;
        MembershipMode mode = selection.map(LineSelection::membership).orElseGet(MembershipMode.AsWas::new);
        this.fixedDay = mode.fixedDay();
        this.filter = selection
                .filter(asked -> !asked.filter().terms().isEmpty())
                .map(asked -> new SetGrouping(
                        reference.dimensions(), new GroupBy(java.util.List.of()), asked.filter(), mode));
        this.derivedValues = new DerivedValues(reference.dimensions());
        this.known = sets.known(reference.company().id());
    }

    Reference reference() {
        return reference;
    }

    /** Whether the line passes the filter. */
    boolean passes(PublishedLine line) {
        set(line);
        return filter.map(grouping -> grouping.table(known, known.size()))
                .filter(table -> table.groupOf(line.dimensionSetId(), line.membershipDay()) == GroupTable.EXCLUDED)
                .isEmpty();
    }

    /** The values posted on the line. */
    DimensionSet set(PublishedLine line) {
        if (line.dimensionSetId() > known.size()) {
            known = sets.refresh(reference.company().id());
        }
        return known.set(line.dimensionSetId());
    }

    /** Where each value posted on the line comes from, by dimension code. */
    Map<String, ShownOrigin> origins(PublishedLine line) {
        return ShownOrigin.of(line.provenance(), set(line), reference.dimensions());
    }

    /** The values its own lead to, by dimension code. */
    Map<String, DerivedValues.Shown> derived(PublishedLine line) {
        return derivedValues.show(set(line), day(line));
    }

    /** The value of a dimension that the line has or leads to; 0 = none. */
    int value(PublishedLine line, int dimensionId) {
        return derivedValues.valueOf(set(line), dimensionId, day(line));
    }

    Account account(PublishedLine line) {
        return reference.account(line.accountId());
    }

    /** What the line is worth on the statement, in minor units with the natural sign; empty off the statement. */
    Optional<BigInteger> statementValue(PublishedLine line) {
        int row = rowByAccount[line.accountId()];
        if (row == StatementLayout.NO_ROW) {
            return Optional.empty();
        }
        int factor = layout.factor(statementLine.orElseGet(() -> layout.lineOfRow(row)), row);
        return Optional.of(BigInteger.valueOf(line.amount()).multiply(BigInteger.valueOf(factor)));
    }

    private int day(PublishedLine line) {
        return fixedDay.orElseGet(line::membershipDay);
    }
}
