package nl.marge.profitability.assortment;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.kernel.Money;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.answer.NamedRows;
import nl.marge.profitability.answer.ReportProof;
import nl.marge.profitability.assortment.Assortment.Apart;
import nl.marge.profitability.assortment.Assortment.Item;
import nl.marge.profitability.ranking.Measures;

/** Tells an assortment as JSON and as CSV. */
final class AssortmentAnswer {

    private static final String WITHOUT_DEMAND = "-";

    private final Assortments.Made made;
    private final Assortment assortment;
    private final NamedRows rows;
    private final int decimals;

    AssortmentAnswer(Assortments.Made made) {
        this.made = made;
        this.assortment = made.assortment();
        this.rows =
                new NamedRows(assortment.report().reference(), made.query().by().terms());
        this.decimals = assortment.report().reference().company().decimals();
    }

    /** What the report behind it misses of the ledger. */
    String difference() {
        return ReportProof.difference(assortment.report());
    }

    AssortmentBody body() {
        AssortmentQuery query = made.query();
        return new AssortmentBody(
                assortment.report().reference().company().currency(),
                query.range().from(),
                query.range().to(),
                query.selection().scenario(),
                query.by().terms(),
                query.lines().measure(),
                new AssortmentBody.Limits(
                        query.abc().a().toPlainString(),
                        query.abc().b().toPlainString(),
                        query.xyz().x().toPlainString(),
                        query.xyz().y().toPlainString(),
                        query.leadTimes().common().toPlainString(),
                        query.leadTimes().attribute(),
                        query.levels().text()),
                assortment.items().stream().map(this::item).toList(),
                assortment.apart().stream().map(this::other).toList(),
                matrix(),
                amount(assortment.total()),
                amount(assortment.report().total().value(query.lines().value(), 0)),
                ReportProof.of(assortment.report(), made.memo()),
                assortment.report().watermark().toString(),
                query.selection().membership().text());
    }

    /** Writes one line an item, then what is none. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>(rows.header());
        header.addAll(List.of("rank", "value", "cm1", "net_revenue", "abc", "xyz"));
        header.addAll(List.of("demand_mean", "demand_deviation", "demand_variation"));
        header.addAll(List.of("service_level", "safety_stock", "reorder_point", "lead_time_months"));
        try (CsvTable table = new CsvTable(out, style, header)) {
            assortment.items().forEach(item -> write(table, item));
            assortment.apart().forEach(row -> write(table, row));
        }
    }

    private AssortmentBody.Item item(Item item) {
        return new AssortmentBody.Item(
                rows.key(item.row()),
                rows.names(item.row()),
                rows.name(item.row()),
                item.rank(),
                amount(item.measures().value()),
                amount(item.measures().grossMargin()),
                amount(item.measures().netRevenue()),
                item.abc().name(),
                item.xyz().map(Enum::name),
                item.demand().map(AssortmentAnswer::demanded),
                item.replenishment().map(AssortmentAnswer::suggested),
                assortment.report().drill(item.row()).orElseThrow());
    }

    private static AssortmentBody.Demanded demanded(Demand demand) {
        return new AssortmentBody.Demanded(
                demand.mean().toPlainString(),
                demand.deviation().toPlainString(),
                demand.variation().map(BigDecimal::toPlainString));
    }

    private static AssortmentBody.Suggested suggested(Replenishment replenishment) {
        return new AssortmentBody.Suggested(
                replenishment.level().percent().toPlainString(),
                replenishment.leadTime().toPlainString(),
                replenishment.safetyStock().toPlainString(),
                replenishment.reorderPoint().toPlainString());
    }

    private AssortmentBody.Other other(Apart row) {
        return new AssortmentBody.Other(
                row.row().kind().name(),
                rows.key(row.row()),
                rows.name(row.row()),
                amount(row.measures().value()),
                assortment.report().drill(row.row()));
    }

    private List<AssortmentBody.Pair> matrix() {
        Map<String, List<Item>> pairs = new TreeMap<>();
        assortment.items().forEach(item -> pairs.computeIfAbsent(pair(item), none -> new ArrayList<>())
                .add(item));
        return pairs.values().stream().map(this::pair).toList();
    }

    private AssortmentBody.Pair pair(List<Item> items) {
        Measures sum = items.stream().map(Item::measures).reduce(Measures.NONE, Measures::plus);
        return new AssortmentBody.Pair(
                items.get(0).abc().name(),
                xyz(items.get(0)),
                items.size(),
                amount(sum.value()),
                amount(sum.netRevenue()));
    }

    private static String pair(Item item) {
        return item.abc() + xyz(item);
    }

    private static String xyz(Item item) {
        return item.xyz().map(Enum::name).orElse(WITHOUT_DEMAND);
    }

    private void write(CsvTable table, Item item) {
        rows.write(table, item.row());
        table.decimal(Integer.toString(item.rank()));
        write(table, item.measures());
        table.text(item.abc().name());
        table.text(item.xyz().map(Enum::name).orElse(""));
        decimal(table, item.demand().map(Demand::mean));
        decimal(table, item.demand().map(Demand::deviation));
        decimal(table, item.demand().flatMap(Demand::variation));
        decimal(table, item.replenishment().map(of -> of.level().percent()));
        decimal(table, item.replenishment().map(Replenishment::safetyStock));
        decimal(table, item.replenishment().map(Replenishment::reorderPoint));
        decimal(table, item.replenishment().map(Replenishment::leadTime));
        table.endRow();
    }

    private void write(CsvTable table, Apart row) {
        rows.write(table, row.row());
        table.empty();
        write(table, row.measures());
        for (int i = 0; i < 9; i++) {
            table.empty();
        }
        table.endRow();
    }

    private void write(CsvTable table, Measures measures) {
        table.decimal(amount(measures.value()));
        table.decimal(amount(measures.grossMargin()));
        table.decimal(amount(measures.netRevenue()));
    }

    private static void decimal(CsvTable table, Optional<BigDecimal> value) {
        value.ifPresentOrElse(number -> table.decimal(number.toPlainString()), table::empty);
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }
}
