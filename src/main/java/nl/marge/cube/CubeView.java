package nl.marge.cube;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.KnownSets;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.dimension.grouping.Stretches;

/** The cube of one company as of an entry number, complete up to it. Every answer of one report comes from one view. */
public final class CubeView {

    private final Columns columns;
    private final long number;
    private final KnownSets sets;
    private final Scanner scanner;

    CubeView(Columns columns, KnownSets sets, Scanner scanner) {
        this(columns, columns.number(), sets, scanner);
    }

    private CubeView(Columns columns, long number, KnownSets sets, Scanner scanner) {
        this.columns = columns;
        this.number = number;
        this.sets = sets;
        this.scanner = scanner;
    }

    /**
     * This view as it was when {@code last} was the last entry.
     *
     * @throws IllegalArgumentException when that entry is not seen yet
     */
    public CubeView upTo(long last) {
        if (last > columns.number()) {
            throw new IllegalArgumentException("entry " + last + " is not among the " + columns.number() + " seen");
        }
        return new CubeView(columns, last, sets, scanner);
    }

    /** The number of the last entry that is seen. */
    public long number() {
        return number;
    }

    /** The currencies of the entries, in order; of those that are seen or of later ones. */
    public SortedSet<String> currencies() {
        SortedSet<String> currencies = new TreeSet<>();
        for (Chunk chunk : columns.chunks()) {
            chunk.dictionary().forEach(entryClass -> currencies.add(entryClass.currency()));
        }
        return currencies;
    }

    /** The codes of the scenarios of the entries, in order; of those that are seen or of later ones. */
    public SortedSet<String> scenarioCodes() {
        SortedSet<String> codes = new TreeSet<>();
        for (Chunk chunk : columns.chunks()) {
            chunk.dictionary().forEach(entryClass -> codes.add(entryClass.scenario()));
        }
        return codes;
    }

    /** The groups of every dimension set that is seen; the grouping's picture must be at least as new as this view. */
    public GroupTable groups(SetGrouping grouping) {
        return grouping.table(sets, columns.lastSet());
    }

    /** A group for each stretch of every dimension set that is seen and that one of {@code filters} admits. */
    public Stretches stretches(DimensionReference reference, List<DimensionFilter> filters) {
        return Stretches.of(reference, filters, sets, columns.lastSet());
    }

    /** Answers a question, which may remember the answer. */
    public Answer answer(Question question) {
        GroupTable groups = groups(question.grouping());
        Answer answer = question.lastUpTo(number())
                .map(last -> folded(last, question, groups))
                .orElseGet(() -> new Answer(groups, sum(0, question, groups), number()));
        question.keep(answer);
        return answer;
    }

    /** Adds up by groups of the caller's own making; nothing is remembered. */
    public Cells sum(CubeQuery query, GroupTable groups) {
        return scanner.sum(columns, 0, number(), query, groups);
    }

    /** Adds up amounts by groups and posting days; the columns of the query tell only which days count. */
    public DaySums days(CubeQuery query, GroupTable groups) {
        return scanner.days(columns, number(), query, groups);
    }

    /** The scenarios that have lines, by code in byte order. */
    public List<ScenarioLines> scenarios() {
        return ScenarioLines.of(columns, number);
    }

    private Answer folded(Answer last, Question question, GroupTable groups) {
        if (last.number() == number()) {
            return last;
        }
        Cells cells = sum(last.number(), question, groups);
        cells.addAll(last.cells());
        return new Answer(groups, cells, number());
    }

    private Cells sum(long after, Question question, GroupTable groups) {
        return scanner.sum(columns, after, number(), question.query(), groups);
    }
}
