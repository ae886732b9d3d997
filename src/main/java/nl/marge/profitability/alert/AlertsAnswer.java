package nl.marge.profitability.alert;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.marge.kernel.Money;
import nl.marge.kernel.Percents;
import nl.marge.ledger.StatementLine;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.answer.NamedRows;
import nl.marge.profitability.answer.ReportProof;
import nl.marge.profitability.comparison.Comparison;
import nl.marge.profitability.ranking.Measures;
import nl.marge.profitability.ranking.RankedLines;
import nl.marge.profitability.ranking.RankingQuery;

/** Tells alerts as JSON and as CSV. */
final class AlertsAnswer {

    private final RankingQuery query;
    private final Threshold threshold;
    private final MarginAlerts.Made made;
    private final NamedRows rows;
    private final List<MarginAlerts.Alert> told;
    private final int decimals;

    AlertsAnswer(RankingQuery query, Threshold threshold, AlertOrder order, MarginAlerts.Made made) {
        this.query = query;
        this.threshold = threshold;
        this.made = made;
        this.told = order.of(made.alerts());
        this.rows = new NamedRows(made.report().reference(), query.by().terms());
        this.decimals = made.report().reference().company().decimals();
    }

    /** What the report behind it misses of the ledger. */
    String difference() {
        return ReportProof.difference(made.report());
    }

    AlertsBody body() {
        RankingQuery base = query.base().orElseThrow();
        return new AlertsBody(
                made.report().reference().company().currency(),
                query.range().from(),
                query.range().to(),
                query.selection().scenario(),
                query.by().terms(),
                query.measure(),
                new AlertsBody.Limit(
                        threshold instanceof Threshold.Amount ? Threshold.AMOUNT : Threshold.PERCENT, threshold.text()),
                new AlertsBody.Base(
                        with(),
                        base.range().from(),
                        base.range().to(),
                        base.selection().scenario()),
                made.rows(),
                counts(),
                made.bridge().missing(),
                told.stream().map(this::alert).toList(),
                ReportProof.of(made.report(), made.memo()),
                made.report().watermark().toString(),
                query.selection().membership().text());
    }

    /** Writes one line an alert. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>(rows.header());
        header.addAll(List.of(
                "crossed",
                "presence",
                "value_before",
                "net_revenue_before",
                "percent_before",
                "value_now",
                "net_revenue_now",
                "percent_now",
                "difference"));
        List<StatementLine> lines = lines();
        lines.forEach(line -> header.add("change." + line.code()));
        try (CsvTable table = new CsvTable(out, style, header)) {
            for (MarginAlerts.Alert alert : told) {
                rows.write(table, alert.row());
                table.text(alert.crossed().name());
                table.text(alert.presence().name());
                write(table, alert.before());
                write(table, alert.now());
                table.decimal(amount(alert.difference()));
                lines.forEach(line -> table.decimal(amount(alert.change(line))));
                table.endRow();
            }
        }
    }

    /** The amount lines down to the measure. */
    private List<StatementLine> lines() {
        List<StatementLine> lines = made.report().lines();
        int measure = RankedLines.of(query.measure(), made.report().reference()).value();
        return lines.subList(0, measure + 1).stream()
                .filter(StatementLine.Amount.class::isInstance)
                .toList();
    }

    private AlertsBody.Counts counts() {
        List<MarginAlerts.Alert> all = made.alerts();
        return new AlertsBody.Counts(
                all.size(),
                count(alert -> alert.crossed() == MarginAlerts.Crossed.BELOW),
                count(alert -> alert.crossed() == MarginAlerts.Crossed.ABOVE),
                count(alert -> alert.presence() == MarginAlerts.Presence.NEW),
                count(alert -> alert.presence() == MarginAlerts.Presence.GONE));
    }

    private int count(Predicate<MarginAlerts.Alert> which) {
        return (int) made.alerts().stream().filter(which).count();
    }

    private AlertsBody.Alert alert(MarginAlerts.Alert alert) {
        return new AlertsBody.Alert(
                rows.key(alert.row()),
                rows.names(alert.row()),
                rows.name(alert.row()),
                alert.crossed().name(),
                alert.presence().name(),
                alert.before().map(this::margin),
                alert.now().map(this::margin),
                amount(alert.difference()),
                alert.changes().stream()
                        .map(change -> new AlertsBody.Change(change.line().code(), amount(change.difference())))
                        .toList(),
                steps(alert),
                bridge(alert),
                alert.now().flatMap(now -> made.report().drill(alert.row())).orElse(null));
    }

    private AlertsBody.Margin margin(Measures measures) {
        return new AlertsBody.Margin(
                amount(measures.value()),
                amount(measures.netRevenue()),
                percent(measures).map(BigDecimal::toPlainString));
    }

    private List<AlertsBody.Step> steps(MarginAlerts.Alert alert) {
        return made.bridge().byRow().getOrDefault(alert.row(), List.of()).stream()
                .filter(step -> step.amount().signum() != 0)
                .map(step -> new AlertsBody.Step(step.kind().name(), step.line(), amount(step.amount())))
                .toList();
    }

    /** The drill of the row, but to the bridge between the two. */
    private String bridge(MarginAlerts.Alert alert) {
        String company = made.report().reference().company().code();
        String lines = made.report().drill(alert.row()).orElseThrow();
        return "/api/v1/companies/" + company + "/profit-bridge?by="
                + String.join(",", query.by().terms()) + "&base=" + with() + "&measure=" + query.measure() + "&"
                + lines.substring(lines.indexOf('?') + 1);
    }

    private String with() {
        return query.compare().map(Comparison::text).orElseThrow();
    }

    private static Optional<BigDecimal> percent(Measures measures) {
        return Percents.ofPositive(measures.value(), measures.netRevenue());
    }

    private void write(CsvTable table, Optional<Measures> measures) {
        measures.ifPresentOrElse(of -> table.decimal(amount(of.value())), table::empty);
        measures.ifPresentOrElse(of -> table.decimal(amount(of.netRevenue())), table::empty);
        measures.flatMap(AlertsAnswer::percent)
                .ifPresentOrElse(percent -> table.decimal(percent.toPlainString()), table::empty);
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }
}
