package nl.marge.customervalue.rfm;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.rfm.RfmAssignmentRequest.WithoutPurchase;
import nl.marge.customervalue.rfm.RfmTable.Score;
import nl.marge.customervalue.rfm.RfmTable.Scored;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Timeline;
import nl.marge.ledger.segmentation.MembershipWrites.Move;

/** Who would move to which cell on a day, of scores and of the memberships there are. Pure. */
final class RfmProposal {

    private final Target target;
    private final RfmTable table;
    private final DimensionReference dimensions;
    private final List<Move> moves = new ArrayList<>();
    private int members;

    /** Where scores are written to. */
    record Target(Dimension of, Dimension into, LocalDate asOf, WithoutPurchase withoutPurchase) {
        Target {
            requireNonNull(of, "of");
            requireNonNull(into, "into");
            requireNonNull(asOf, "asOf");
            requireNonNull(withoutPurchase, "withoutPurchase");
        }
    }

    RfmProposal(Target target, RfmTable table, DimensionReference dimensions) {
        this.target = target;
        this.table = table;
        this.dimensions = dimensions;
        BitSet scored = new BitSet();
        for (Scored customer : table.customers()) {
            scored.set(customer.bought().customer());
            add(customer.bought().customer(), Optional.of(customer.score().code()));
        }
        for (DimensionValue value : dimensions.valuesInOrder(target.of().id())) {
            Optional<String> cell = cell(value.id());
            if (!scored.get(value.id()) && cell.isPresent()) {
                add(value.id(), target.withoutPurchase() == WithoutPurchase.KEEP ? cell : Optional.empty());
            }
        }
    }

    Target target() {
        return target;
    }

    /** Those whose membership changes: scored ones by code, then others by code. */
    List<Move> moves() {
        return moves;
    }

    /** How many are scored or belong to a cell now. */
    int members() {
        return members;
    }

    /** The cells with customers that are no values yet. */
    List<Score> missing() {
        return table.cells().keySet().stream()
                .filter(score ->
                        dimensions.value(target.into().id(), score.code()).isEmpty())
                .toList();
    }

    /** The cells with customers that are values with values below them, so that nobody can belong to them. */
    List<Score> notLeaves() {
        return table.cells().keySet().stream()
                .filter(score -> dimensions
                        .value(target.into().id(), score.code())
                        .filter(value -> !dimensions.isLeaf(value.id()))
                        .isPresent())
                .toList();
    }

    private void add(int customer, Optional<String> to) {
        members++;
        if (!cell(customer).equals(to)) {
            moves.add(new Move(dimensions.value(customer).code(), to));
        }
    }

    private Optional<String> cell(int customer) {
        int cell = dimensions
                .membership(target.into().id(), customer)
                .at(Math.toIntExact(target.asOf().toEpochDay()));
        return cell == Timeline.NONE
                ? Optional.empty()
                : Optional.of(dimensions.value(cell).code());
    }
}
