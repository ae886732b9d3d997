package nl.marge.customervalue.cohort;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.answer.Figure;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;

/**
 * Writes a table of cohorts as CSV: a line for each cohort, each of its ages, what is running and what was earlier, and
 * for what is in no cohort. Lines of one kind and scope add up; a figure that cannot be told is an empty cell.
 */
final class CohortCsv {

    private static final List<String> HEADER = List.of(
            "row_kind",
            "scope",
            "cohort",
            "segment",
            "segment_name",
            "customers",
            "age",
            "customers_active",
            "net_revenue",
            "margin",
            "acquisition_cost",
            "logo_retention",
            "revenue_retention",
            "margin_retention",
            "cumulative_value",
            "cumulative_per_customer",
            "cac",
            "value_to_date",
            "value_to_cac",
            "payback");

    private static final String ALL = "ALL";
    private static final String SEGMENT = "SEGMENT";

    private final CohortBody body;
    private final CsvTable table;

    private CohortCsv(CohortBody body, CsvTable table) {
        this.body = body;
        this.table = table;
    }

    static void write(CohortBody body, OutputStream out, CsvStyle style) throws IOException {
        try (CsvTable table = new CsvTable(out, style, HEADER)) {
            new CohortCsv(body, table).write();
        }
    }

    private void write() {
        body.cohorts().forEach(row -> write(ALL, row));
        body.segmentCohorts().forEach(row -> write(SEGMENT, row));
        write("BEFORE", body.before());
        write("WITHOUT_PURCHASE", body.withoutPurchase());
        write("UNASSIGNED", body.unassigned());
        write("CAPACITY", body.capacity());
    }

    private void write(String scope, CohortBody.Row row) {
        begin("COHORT", scope, row);
        skip(4);
        table.decimal(row.acquisitionCost());
        skip(5);
        figure(row.cac());
        table.decimal(row.valueToDate());
        figure(row.valueToCac());
        figure(row.payback());
        table.endRow();
        for (int age = 0; age < row.cells().size(); age++) {
            begin("CELL", scope, row);
            table.decimal(Integer.toString(age));
            row.cells().get(age).ifPresentOrElse(this::cell, () -> skip(9));
            skip(4);
            table.endRow();
        }
        part("RUNNING", scope, row, row.running());
        part("EARLIER", scope, row, row.earlier());
    }

    private void cell(CohortBody.Cell cell) {
        table.decimal(Integer.toString(cell.customersActive()));
        table.decimal(cell.netRevenue());
        table.decimal(cell.margin());
        table.empty();
        decimal(cell.logoRetention());
        decimal(cell.revenueRetention());
        decimal(cell.marginRetention());
        table.decimal(cell.cumulativeValue());
        decimal(cell.cumulativePerCustomer());
    }

    private void part(String kind, String scope, CohortBody.Row row, CohortBody.Part part) {
        begin(kind, scope, row);
        skip(2);
        table.decimal(part.netRevenue());
        table.decimal(part.margin());
        skip(10);
        table.endRow();
    }

    private void write(String kind, CohortBody.Apart apart) {
        table.text(kind);
        table.text(ALL);
        skip(3);
        table.decimal(Integer.toString(apart.customers()));
        skip(2);
        table.decimal(apart.netRevenue());
        table.decimal(apart.margin());
        table.decimal(apart.acquisitionCost());
        skip(9);
        table.endRow();
    }

    private void begin(String kind, String scope, CohortBody.Row row) {
        table.text(kind);
        table.text(scope);
        table.text(row.cohort());
        table.text(row.segment().orElse(""));
        table.text(row.segmentName().orElse(""));
        table.decimal(Integer.toString(row.customers()));
    }

    private void figure(Figure figure) {
        decimal(figure.value());
    }

    private void decimal(Optional<String> value) {
        value.ifPresentOrElse(table::decimal, table::empty);
    }

    private void skip(int cells) {
        for (int i = 0; i < cells; i++) {
            table.empty();
        }
    }
}
