package nl.marge.profitability;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.company.Watermark;
import nl.marge.cube.Cells;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;

/**
 * A segment P&amp;L: rows, lines, columns, and the sums they are made of. The values of a row are computed when they
 * are asked for.
 */
public final class ProfitAndLoss {

    private final ReportQuery query;
    private final Reference reference;
    private final StatementLayout layout;
    private final ReportColumns columns;
    private final List<ReportRow> rows;
    private final Cells cells;
    private final LineValues total;
    private final Reconciliation reconciliation;
    private final Watermark watermark;
    private final Optional<ProfitAndLoss> base;

    /**
     * A report.
     *
     * @param frame what was asked, of which books
     * @param cells the sums, group {@code i} for row {@code i}
     * @param ledgerSum the sum of all lines on revenue and expense accounts, debit +
     * @param capacity the part of the last line on reserved values
     * @param base what it is compared with: the same rows, lines and columns
     */
    ProfitAndLoss(
            ReportFrame frame,
            List<ReportRow> rows,
            Cells cells,
            BigInteger ledgerSum,
            CapacityValues capacity,
            Watermark watermark,
            Optional<ProfitAndLoss> base) {
        this.query = frame.query();
        this.reference = frame.reference();
        this.layout = frame.layout();
        this.columns = frame.columns();
        this.rows = rows;
        this.cells = cells;
        this.watermark = watermark;
        this.base = base;
        this.total = new LineValues(layout, cells.merged(new int[rows.size()], 1), 0, columns);
        this.reconciliation = new Reconciliation(ledgerSum.negate(), total.result(), unassigned(), capacity);
    }

    private BigInteger unassigned() {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).kind() == RowKind.UNASSIGNED)
                .mapToObj(row -> values(row).result())
                .findFirst()
                .orElse(BigInteger.ZERO);
    }

    ReportQuery query() {
        return query;
    }

    public Reference reference() {
        return reference;
    }

    public List<StatementLine> lines() {
        return layout.lines();
    }

    List<ReportColumns.Column> columns() {
        return columns.all();
    }

    public List<ReportRow> rows() {
        return rows;
    }

    /** The values of a row. */
    public LineValues values(int row) {
        return new LineValues(layout, cells, row, columns);
    }

    /** The value of one line of a row in the first column: as {@link #values} tells it, for reports of many rows. */
    public BigInteger value(int row, int line) {
        return cells.weighed(row, layout.factors(line));
    }

    /** The values of all rows together. */
    public LineValues total() {
        return total;
    }

    public Reconciliation reconciliation() {
        return reconciliation;
    }

    public Watermark watermark() {
        return watermark;
    }

    /** The link to the ledger lines behind a row; the others together are no query, so they have none. */
    public Optional<String> drill(ReportRow row) {
        return new DrillLinks(query, reference).of(row);
    }

    /** What it is compared with, if the caller asked so. */
    Optional<ProfitAndLoss> base() {
        return base;
    }
}
