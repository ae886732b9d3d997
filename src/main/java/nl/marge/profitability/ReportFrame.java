package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.DayColumns;
import nl.marge.cube.LineFilter;
import nl.marge.cube.Measure;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;

/** What was asked, with the books it was asked of and the shape the answer gets; and what it takes to ask the cube. */
record ReportFrame(ReportQuery query, Reference reference, StatementLayout layout, ReportColumns columns) {

    ReportFrame {
        requireNonNull(query, "query");
        requireNonNull(reference, "reference");
        requireNonNull(layout, "layout");
        requireNonNull(columns, "columns");
    }

    static ReportFrame of(ReportQuery query, Reference reference) {
        return new ReportFrame(
                query,
                reference,
                new StatementLayout(reference),
                new ReportColumns(
                        query.range(), query.columns(), reference.company().calendar()));
    }

    /** The frame of what the report is compared with; empty when it is not compared. */
    Optional<ReportFrame> base() {
        return query.compare().map(with -> {
            ReportQuery base = query.base();
            return new ReportFrame(base, reference, layout, columns.back(query.shift(), base.range()));
        });
    }

    /** The report itself: every amount line of the statement in every column. */
    CubeQuery cells() {
        return new CubeQuery(entries(), columns.days(), layout.rowByAccount(), layout.rows(), Measure.AMOUNT);
    }

    /** The total of the line that rows are sorted by, or just which groups have lines: a row per factor that occurs. */
    CubeQuery ranking() {
        int[] factors = factors();
        int[] rowByAccount = layout.rowByAccount();
        for (int account = 0; account < rowByAccount.length; account++) {
            int row = rowByAccount[account];
            rowByAccount[account] = row == StatementLayout.NO_ROW ? row : indexOf(factors, factor(row));
        }
        return new CubeQuery(entries(), whole(), rowByAccount, factors.length, Measure.AMOUNT);
    }

    /** The factors that the rows of {@link #ranking} count with, in the line that rows are sorted by. */
    int[] factors() {
        return java.util.stream.IntStream.range(0, layout.rows())
                .map(this::factor)
                .distinct()
                .toArray();
    }

    /** All lines on revenue and expense accounts, whatever the statement makes of them. */
    CubeQuery ledger() {
        int[] rowByAccount = new int[reference.accountIdLimit()];
        java.util.Arrays.fill(rowByAccount, StatementLayout.NO_ROW);
        reference.accounts().stream()
                .filter(account -> account.type() == AccountType.REVENUE || account.type() == AccountType.EXPENSE)
                .forEach(account -> rowByAccount[account.id()] = 0);
        return new CubeQuery(entries(), whole(), rowByAccount, 1, Measure.AMOUNT);
    }

    private int factor(int row) {
        return query.sort().map(sort -> layout.factor(sort.line(), row)).orElse(0);
    }

    private static int indexOf(int[] factors, int factor) {
        int index = 0;
        while (factors[index] != factor) {
            index++;
        }
        return index;
    }

    private LineFilter entries() {
        return new LineFilter(
                query.selection().kinds(), Optional.of(query.selection().scenario()));
    }

    private DayColumns whole() {
        return DayColumns.single(
                Math.toIntExact(query.range().first().toEpochDay()),
                Math.toIntExact(query.range().last().toEpochDay()));
    }

    /** What tells the questions of this report from others, in normal form; not what it is compared with. */
    String key() {
        return Stream.concat(
                        Stream.of(
                                reference.company().id() + "/" + reference.version(),
                                query.selection().membership().fixedDay().toString(),
                                columns.all().toString()),
                        query.normalForm().stream())
                .reduce("", (a, b) -> a + "&" + b);
    }
}
