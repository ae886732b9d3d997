package nl.marge.profitability.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Money;
import nl.marge.kernel.Percents;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.answer.NamedRows;
import nl.marge.profitability.answer.ReportProof;
import nl.marge.profitability.comparison.Comparison;
import nl.marge.profitability.ranking.Ranking.Ranked;

/** Tells a ranking as JSON and as CSV: its rows from the best or from the worst, as many as asked for. */
final class RankingAnswer {

    private final Rankings.Made made;
    private final Ranking ranking;
    private final ProfitAndLoss report;
    private final NamedRows rows;
    private final Map<List<Integer>, Ranked> before;
    private final List<Ranked> shown;
    private final List<Ranked> beyond;
    private final int decimals;
    private final int limit;

    /** The answer with at most {@code limit} rows, the worst first where {@code ascending}. */
    RankingAnswer(Rankings.Made made, boolean ascending, int limit) {
        this.made = made;
        this.ranking = made.ranking();
        this.report = ranking.report();
        this.rows = new NamedRows(report.reference(), made.query().by().terms());
        this.before = made.base().map(Ranking::byKey).orElse(Map.of());
        this.decimals = report.reference().company().decimals();
        List<Ranked> ordered = new ArrayList<>(ranking.ranked());
        if (ascending) {
            Collections.reverse(ordered);
        }
        this.limit = limit;
        int count = Math.min(limit, ordered.size());
        this.shown = ordered.subList(0, count);
        this.beyond = ordered.subList(count, ordered.size());
    }

    RankingBody body() {
        RankingQuery query = made.query();
        return new RankingBody(
                report.reference().company().currency(),
                query.range().from(),
                query.range().to(),
                query.selection().scenario(),
                query.by().terms(),
                query.measure(),
                query.base().map(this::compared),
                shown.stream().map(this::row).toList(),
                others(),
                total(),
                ranking.deciles().stream().map(this::decile).toList(),
                amount(company()),
                ReportProof.of(report, made.memo()),
                report.watermark().toString(),
                query.selection().membership().text());
    }

    /** Writes one line a row, then what is not ranked. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>(List.of("rank"));
        header.addAll(rows.header());
        header.addAll(List.of(
                "value",
                "net_revenue",
                "cm1",
                "percent_of_net_revenue",
                "share",
                "cumulative",
                "cumulative_share",
                "decile",
                "rank_before",
                "value_before",
                "moved"));
        try (CsvTable table = new CsvTable(out, style, header)) {
            shown.forEach(row -> write(table, row));
            if (!beyond.isEmpty()) {
                writeApart(table, new ReportRow(RowKind.OTHERS, List.of()), Ranking.sum(beyond));
            }
            ranking.apart().forEach(row -> writeApart(table, row.row(), row.measures()));
            gone().stream().limit(limit).forEach(row -> writeGone(table, row));
        }
    }

    private RankingBody.Compared compared(RankingQuery base) {
        List<Ranked> gone = gone();
        List<Ranked> entered = ranking.ranked().stream()
                .filter(row -> !before.containsKey(row.row().key()))
                .toList();
        return new RankingBody.Compared(
                made.query().compare().map(Comparison::text).orElseThrow(),
                base.range().from(),
                base.range().to(),
                base.selection().scenario(),
                gone.size(),
                amount(Ranking.sum(gone).value()),
                gone.stream().limit(limit).map(this::gone).toList(),
                entered.size(),
                amount(Ranking.sum(entered).value()));
    }

    /** The rows that are ranked in what it is compared with, and not here. */
    private List<Ranked> gone() {
        Map<List<Integer>, Ranked> now = ranking.byKey();
        return made.base().map(Ranking::ranked).orElse(List.of()).stream()
                .filter(row -> !now.containsKey(row.row().key()))
                .toList();
    }

    private RankingBody.Gone gone(Ranked row) {
        return new RankingBody.Gone(
                rows.key(row.row()),
                rows.names(row.row()),
                rows.name(row.row()),
                new RankingBody.Before(row.rank(), amount(row.measures().value()), Optional.empty()));
    }

    private RankingBody.Row row(Ranked row) {
        Measures measures = row.measures();
        return new RankingBody.Row(
                row.rank(),
                rows.key(row.row()),
                rows.names(row.row()),
                rows.name(row.row()),
                amount(measures.value()),
                amount(measures.netRevenue()),
                amount(measures.grossMargin()),
                text(Percents.ofPositive(measures.value(), measures.netRevenue())),
                text(ranking.share(measures.value())),
                amount(row.cumulative()),
                text(ranking.share(row.cumulative())),
                ranking.decile(row.rank()),
                before(row)
                        .map(was -> new RankingBody.Before(
                                was.rank(), amount(was.measures().value()), Optional.of(was.rank() - row.rank()))),
                report.drill(row.row()).orElseThrow());
    }

    private List<RankingBody.Other> others() {
        List<RankingBody.Other> others = new ArrayList<>();
        if (!beyond.isEmpty()) {
            ReportRow row = new ReportRow(RowKind.OTHERS, List.of());
            others.add(other(row, beyond.size(), Ranking.sum(beyond)));
        }
        ranking.apart().forEach(row -> others.add(other(row.row(), 1, row.measures())));
        return others;
    }

    private RankingBody.Other other(ReportRow row, int count, Measures measures) {
        return new RankingBody.Other(
                row.kind().name(),
                count,
                rows.name(row),
                amount(measures.value()),
                amount(measures.netRevenue()),
                amount(measures.grossMargin()),
                report.drill(row));
    }

    private RankingBody.Total total() {
        Measures all = Ranking.sum(ranking.ranked());
        return new RankingBody.Total(
                ranking.ranked().size(), amount(all.value()), amount(all.netRevenue()), amount(all.grossMargin()));
    }

    private RankingBody.Decile decile(Ranking.Decile decile) {
        Measures of = decile.measures();
        return new RankingBody.Decile(
                decile.decile(),
                decile.count(),
                amount(of.value()),
                text(ranking.share(of.value())),
                amount(of.netRevenue()),
                amount(of.grossMargin()));
    }

    /** The measure over all rows, on the report's own way. */
    private BigInteger company() {
        return report.total().value(ranking.lines().value(), 0);
    }

    private Optional<Ranked> before(Ranked row) {
        return Optional.ofNullable(before.get(row.row().key()));
    }

    private void write(CsvTable table, Ranked row) {
        Measures measures = row.measures();
        table.decimal(Integer.toString(row.rank()));
        rows.write(table, row.row());
        writeMeasures(table, measures);
        decimal(table, ranking.share(measures.value()));
        table.decimal(amount(row.cumulative()));
        decimal(table, ranking.share(row.cumulative()));
        table.decimal(Integer.toString(ranking.decile(row.rank())));
        Optional<Ranked> was = before(row);
        decimal(table, was.map(there -> BigDecimal.valueOf(there.rank())));
        was.ifPresentOrElse(there -> table.decimal(amount(there.measures().value())), table::empty);
        decimal(table, was.map(there -> BigDecimal.valueOf(there.rank() - row.rank())));
        table.endRow();
    }

    private void writeApart(CsvTable table, ReportRow row, Measures measures) {
        table.empty();
        rows.write(table, row);
        writeMeasures(table, measures);
        for (int i = 0; i < 7; i++) {
            table.empty();
        }
        table.endRow();
    }

    /** A row that is gone has no figures now, only its place then. */
    private void writeGone(CsvTable table, Ranked row) {
        table.empty();
        rows.write(table, row.row());
        for (int i = 0; i < 8; i++) {
            table.empty();
        }
        table.decimal(Integer.toString(row.rank()));
        table.decimal(amount(row.measures().value()));
        table.empty();
        table.endRow();
    }

    private void writeMeasures(CsvTable table, Measures measures) {
        table.decimal(amount(measures.value()));
        table.decimal(amount(measures.netRevenue()));
        table.decimal(amount(measures.grossMargin()));
        decimal(table, Percents.ofPositive(measures.value(), measures.netRevenue()));
    }

    private static void decimal(CsvTable table, Optional<BigDecimal> value) {
        value.ifPresentOrElse(number -> table.decimal(number.toPlainString()), table::empty);
    }

    private static Optional<String> text(Optional<BigDecimal> percent) {
        return percent.map(BigDecimal::toPlainString);
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }
}
