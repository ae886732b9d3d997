package nl.marge.ledger.reclassification.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.move.LineKey;
import nl.marge.ledger.reclassification.draft.Asked.NamedLine;
import nl.marge.ledger.reference.Reference;

/**
 * Finds the lines that are asked for and where each is to go. A line comes with the one that cancels it, or that it
 * cancels: the two stand on one set for ever, so that together they are nothing in every segment.
 */
@ApplicationScoped
public class Drafting {

    /** Lines moved at once at most: twice as many are posted, in one transaction. */
    private static final int LINES_LIMIT = 20_000;

    private static final Comparator<Move> BY_NUMBER = Comparator.comparing(
                    (Move move) -> move.line().number())
            .thenComparing(move -> move.line().key().lineNumber());

    private final MovableLines lines;
    private final LineKinds kinds;
    private final DimensionSets dimensionSets;

    Drafting(MovableLines lines, LineKinds kinds, DimensionSets dimensionSets) {
        this.lines = lines;
        this.kinds = kinds;
        this.dimensionSets = dimensionSets;
    }

    /**
     * The moves that {@code command} comes to, by number of entry and line.
     *
     * @throws nl.marge.kernel.Refusal with everything that is wrong with it
     */
    public List<Move> moves(Reference reference, ReclassificationCommand command) {
        Violations violations = new Violations();
        Asked asked = AskedRules.check(reference, command, violations);
        violations.refuseContent();
        Movement movement = new Movement(reference, asked.change());
        List<MovableLine> selected = asked.criteria().isPresent()
                ? select(reference, asked.criteria().get(), movement)
                : named(reference.company(), asked.lines(), violations);
        List<Move> moves = moves(reference.company(), movement, selected);
        if (moves.size() > LINES_LIMIT) {
            violations.add(
                    "/selection",
                    ViolationCode.SELECTION_TOO_LARGE,
                    "The selection has more than " + LINES_LIMIT + " lines. Reclassify them in parts, by dates or"
                            + " accounts.");
        }
        if (moves.isEmpty() && violations.isEmpty()) {
            violations.add(
                    "/selection",
                    ViolationCode.SELECTION_EMPTY,
                    "No line is selected that would change. Correct the selection, or what is set.");
        }
        violations.refuseContent();
        return moves;
    }

    /** Lines that would stay where they stand do not count. */
    private List<MovableLine> select(Reference reference, Criteria criteria, Movement movement) {
        Predicate<MovableLine> filter = filter(reference, criteria);
        return lines.select(
                reference.company(),
                criteria,
                line -> filter.test(line) && !movement.of(line).leadsNowhere(),
                LINES_LIMIT + 1);
    }

    /** The filter sees the set a line stands on now, and what that leads to on its membership date. */
    private Predicate<MovableLine> filter(Reference reference, Criteria criteria) {
        if (criteria.filter().terms().isEmpty()) {
            return line -> true;
        }
        SetGrouping grouping = new SetGrouping(
                reference.dimensions(), new GroupBy(List.of()), criteria.filter(), new MembershipMode.AsWas());
        KnownSets known = dimensionSets.refresh(reference.company().id());
        return line -> {
            GroupTable table = grouping.table(known, known.size());
            return table.groupOf(known.idOf(line.set()), line.membershipDay()) != GroupTable.EXCLUDED;
        };
    }

    private List<MovableLine> named(Company company, List<NamedLine> named, Violations violations) {
        List<MovableLine> found = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            NamedLine wanted = named.get(i);
            Optional<MovableLine> line = lines.line(company, wanted.number(), wanted.line());
            line.ifPresent(found::add);
            Optional<EntryKind> kind =
                    line.map(MovableLine::kind).or(() -> kinds.kindOf(company, wanted.number(), wanted.line()));
            String name = "Line " + wanted.line() + " of entry " + wanted.number();
            if (kind.isEmpty()) {
                violations.add(
                        "/selection/lines/" + i,
                        ViolationCode.LINE_UNKNOWN,
                        name + " does not exist. Give the numbers as ledger-lines shows them.");
            } else if (line.filter(MovableLine::isReclassifiable).isEmpty()) {
                violations.add(
                        "/selection/lines/" + i,
                        ViolationCode.LINE_NOT_RECLASSIFIABLE,
                        name + " is of kind " + kind.get() + "; only JOURNAL and COST are reclassified. Leave it out.");
            }
        }
        return found;
    }

    private List<Move> moves(Company company, Movement movement, List<MovableLine> selected) {
        Map<LineKey, Move> moves = new HashMap<>();
        for (MovableLine line : selected) {
            Move move = movement.of(line);
            if (!move.leadsNowhere()) {
                moves.put(line.key(), move);
                lines.partner(company, line)
                        .ifPresent(partner ->
                                moves.put(partner.key(), Move.of(partner, move.after(), move.afterProvenance())));
            }
        }
        return moves.values().stream().sorted(BY_NUMBER).toList();
    }
}
