package nl.marge.customervalue.rfm;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.customervalue.answer.HistoryProof;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.rfm.RfmTable.Cell;
import nl.marge.customervalue.rfm.RfmTable.Score;
import nl.marge.customervalue.rfm.RfmTable.Scored;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;

/** Tells scores as JSON and as CSV: at most {@code limit} customers. */
final class RfmAnswer {

    private static final List<String> HEADER = List.of(
            "customer",
            "name",
            "recency_days",
            "purchase_days",
            "net_revenue",
            "margin",
            "recency",
            "frequency",
            "money",
            "cell");

    private final Rfms.Made made;
    private final RfmQuery query;
    private final RfmTable table;
    private final Histories histories;
    private final DimensionReference dimensions;
    private final int decimals;
    private final int limit;

    RfmAnswer(Rfms.Made made, int limit) {
        this.made = made;
        this.query = made.query();
        this.table = made.table();
        this.histories = made.histories();
        this.dimensions = histories.reference().dimensions();
        this.decimals = histories.reference().company().decimals();
        this.limit = limit;
    }

    RfmBody body() {
        return new RfmBody(
                histories.reference().company().currency(),
                histories.query().range().from(),
                histories.query().range().to(),
                histories.query().selection().scenario(),
                query.asOf().toString(),
                histories.query().customers().code(),
                histories.query().measure(),
                query.method().of(),
                cuts(query.method().recency(), 0),
                cuts(query.method().frequency(), 0),
                cuts(query.method().money(), decimals),
                table.customers().size(),
                table.cells().entrySet().stream().map(this::cell).toList(),
                table.customers().stream().limit(limit).map(this::customer).toList(),
                withoutPurchase(),
                apart(histories.unassigned()),
                apart(histories.capacity()),
                company(),
                HistoryProof.of(histories, made.memo()),
                histories.watermark().toString(),
                histories.query().selection().membership().text());
    }

    /** Writes a line for each customer who is scored. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        try (CsvTable csv = new CsvTable(out, style, HEADER)) {
            table.customers().stream().limit(limit).map(this::customer).forEach(customer -> {
                csv.text(customer.customer());
                csv.text(customer.name());
                csv.decimal(Long.toString(customer.recencyDays()));
                csv.decimal(Integer.toString(customer.purchaseDays()));
                csv.decimal(customer.netRevenue());
                csv.decimal(customer.margin());
                csv.decimal(Integer.toString(customer.recency()));
                csv.decimal(Integer.toString(customer.frequency()));
                csv.decimal(Integer.toString(customer.money()));
                csv.text(customer.cell());
                csv.endRow();
            });
        }
    }

    private static Optional<List<String>> cuts(Optional<Cuts> cuts, int decimals) {
        return cuts.map(given ->
                given.least().stream().map(cut -> Money.text(cut, decimals)).toList());
    }

    private RfmBody.Cell cell(Map.Entry<Score, Cell> entry) {
        Score score = entry.getKey();
        Cell cell = entry.getValue();
        return new RfmBody.Cell(
                score.code(),
                score.recency(),
                score.frequency(),
                score.money(),
                cell.customers(),
                amount(cell.netRevenue()),
                amount(cell.margin()));
    }

    private RfmBody.Customer customer(Scored scored) {
        DimensionValue value = dimensions.value(scored.bought().customer());
        Score score = scored.score();
        return new RfmBody.Customer(
                value.code(),
                value.name(),
                scored.bought().recency(),
                scored.bought().frequency(),
                amount(scored.bought().netRevenue()),
                amount(scored.bought().margin()),
                score.recency(),
                score.frequency(),
                score.money(),
                score.code());
    }

    private RfmBody.Apart withoutPurchase() {
        Cell without = table.withoutPurchase();
        return new RfmBody.Apart(without.customers(), amount(without.netRevenue()), amount(without.margin()));
    }

    private RfmBody.Apart apart(Histories.Sums sums) {
        return new RfmBody.Apart(0, amount(sums.netRevenue()), amount(sums.profit()));
    }

    private RfmBody.Company company() {
        Histories.Sums all = histories.total();
        BigInteger told = table.cells().values().stream()
                .map(Cell::margin)
                .reduce(table.withoutPurchase().margin(), BigInteger::add)
                .add(histories.unassigned().profit())
                .add(histories.capacity().profit());
        return new RfmBody.Company(
                amount(all.netRevenue()),
                amount(all.profit()),
                amount(all.acquisition()),
                amount(all.profit().subtract(all.acquisition())),
                amount(all.profit().subtract(told)));
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }
}
