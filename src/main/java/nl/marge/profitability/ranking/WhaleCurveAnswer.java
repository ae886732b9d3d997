package nl.marge.profitability.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.marge.kernel.Money;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.answer.ReportProof;

/** Tells a whale curve as JSON and as CSV. */
final class WhaleCurveAnswer {

    private final Rankings.Made made;
    private final Ranking ranking;
    private final WhaleCurve curve;
    private final Wanted wanted;
    private final int decimals;

    /** How many points a curve is to have, and what part of the rows counts as the top. */
    record Wanted(int points, int topPercent) {}

    WhaleCurveAnswer(Rankings.Made made, WhaleCurve curve, Wanted wanted) {
        this.made = made;
        this.ranking = made.ranking();
        this.curve = curve;
        this.wanted = wanted;
        this.decimals = ranking.report().reference().company().decimals();
    }

    WhaleCurveBody body() {
        RankingQuery query = made.query();
        WhaleCurve.Losses losses = curve.losses();
        WhaleCurve.Point peak = curve.peak();
        return new WhaleCurveBody(
                ranking.report().reference().company().currency(),
                query.range().from(),
                query.range().to(),
                query.selection().scenario(),
                query.by().terms(),
                query.measure(),
                ranking.ranked().size(),
                amount(ranking.total()),
                curve.points(wanted.points()).stream()
                        .map(point -> new WhaleCurveBody.Point(
                                point.rank(), amount(point.cumulative()), percent(point.cumulative())))
                        .toList(),
                new WhaleCurveBody.Peak(peak.rank(), amount(peak.cumulative()), percent(peak.cumulative())),
                new WhaleCurveBody.Losses(losses.count(), amount(losses.value()), percent(losses.value())),
                concentrated(curve.gini()),
                concentrated(curve.herfindahl()),
                top(),
                amount(apart(kind -> kind == RowKind.UNASSIGNED)),
                amount(apart(kind -> kind != RowKind.UNASSIGNED)),
                amount(ranking.report().total().value(ranking.lines().value(), 0)),
                ReportProof.of(ranking.report(), made.memo()),
                ranking.report().watermark().toString(),
                query.selection().membership().text());
    }

    /** Writes the points. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        try (CsvTable table = new CsvTable(out, style, List.of("rank", "cumulative", "percent"))) {
            for (WhaleCurve.Point point : curve.points(wanted.points())) {
                table.decimal(Integer.toString(point.rank()));
                table.decimal(amount(point.cumulative()));
                percent(point.cumulative()).ifPresentOrElse(table::decimal, table::empty);
                table.endRow();
            }
        }
    }

    private WhaleCurveBody.Top top() {
        List<WhaleCurve.Top> tops = curve.tops(wanted.topPercent());
        WhaleCurve.Top best = tops.get(0);
        return new WhaleCurveBody.Top(
                Integer.toString(wanted.topPercent()),
                best.count(),
                amount(best.measures().value()),
                amount(best.measures().grossMargin()),
                amount(best.measures().netRevenue()),
                tops.stream().map(this::pick).toList());
    }

    private WhaleCurveBody.Pick pick(WhaleCurve.Top top) {
        return new WhaleCurveBody.Pick(
                top.by(),
                amount(top.measures().value()),
                percent(top.measures().value()),
                amount(top.measures().grossMargin()),
                amount(top.measures().netRevenue()),
                top.alsoBest(),
                top.lossMakers());
    }

    private BigInteger apart(Predicate<RowKind> kinds) {
        return ranking.apart().stream()
                .filter(row -> kinds.test(row.row().kind()))
                .map(row -> row.measures().value())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static WhaleCurveBody.Concentrated concentrated(Concentration.Figure figure) {
        return new WhaleCurveBody.Concentrated(
                RankedLines.NET_REVENUE,
                figure.value().map(BigDecimal::toPlainString),
                figure.missing().map(Enum::name));
    }

    private Optional<String> percent(BigInteger value) {
        return ranking.share(value).map(BigDecimal::toPlainString);
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }
}
