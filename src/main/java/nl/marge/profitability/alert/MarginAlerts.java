package nl.marge.profitability.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.allocation.memo.AllocationMemos;
import nl.marge.cube.asked.AskedReport;
import nl.marge.ledger.StatementLine;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.ProfitAndLosses;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.ranking.Measures;
import nl.marge.profitability.ranking.RankedLines;
import nl.marge.profitability.ranking.RankingQuery;

/** Finds the rows whose margin is on the other side of a threshold than it was. */
@ApplicationScoped
class MarginAlerts {

    private final ProfitAndLosses reports;
    private final AllocationMemos memos;
    private final AlertBridges bridges;

    MarginAlerts(ProfitAndLosses reports, AllocationMemos memos, AlertBridges bridges) {
        this.reports = reports;
        this.memos = memos;
        this.bridges = bridges;
    }

    /** Which way a margin went. */
    enum Crossed {
        BELOW,
        ABOVE
    }

    /** In which of the two a row has lines. */
    enum Presence {
        BOTH,
        NEW,
        GONE
    }

    /** By how much a line of the template differs, in minor units with natural signs. */
    record Change(StatementLine line, BigInteger difference) {}

    /**
     * A row that crossed.
     *
     * @param before empty for one that had no lines then; it counts as zero
     * @param now empty for one that has none now
     * @param changes of the amount lines down to the measure, those that differ
     */
    record Alert(
            ReportRow row, Crossed crossed, Optional<Measures> before, Optional<Measures> now, List<Change> changes) {

        /** Whether it is new or gone. */
        Presence presence() {
            if (before.isEmpty()) {
                return Presence.NEW;
            }
            return now.isEmpty() ? Presence.GONE : Presence.BOTH;
        }

        /** By how much a line changed. */
        BigInteger change(StatementLine line) {
            return changes.stream()
                    .filter(change -> change.line().equals(line))
                    .map(Change::difference)
                    .findFirst()
                    .orElse(BigInteger.ZERO);
        }

        /** By how much the margin changed. */
        BigInteger difference() {
            return now.orElse(Measures.NONE)
                    .value()
                    .subtract(before.orElse(Measures.NONE).value());
        }
    }

    /** The alerts in the order of reports, and the two reports they were found in. */
    record Made(
            ProfitAndLoss report,
            ProfitAndLoss base,
            List<Alert> alerts,
            int rows,
            AlertBridges.Steps bridge,
            AllocationMemo memo) {}

    /** The alerts of a query, which must name what it compares with. */
    Made made(RankingQuery query, Threshold threshold, AskedReport asked) {
        RankedLines lines = RankedLines.of(query.measure(), asked.reference());
        Side now = new Side(report(query, asked), lines);
        Side before = new Side(report(query.base().orElseThrow(), asked), lines);
        Set<ReportRow> rows = new LinkedHashSet<>(now.places.keySet());
        rows.addAll(before.places.keySet());
        List<Alert> alerts = new ArrayList<>();
        rows.stream().sorted(ReportRow.order(asked.reference().dimensions())).forEach(row -> {
            boolean belowNow = threshold.isBelow(now.measures(row).orElse(Measures.NONE));
            boolean belowBefore = threshold.isBelow(before.measures(row).orElse(Measures.NONE));
            if (belowNow != belowBefore) {
                alerts.add(new Alert(
                        row,
                        belowNow ? Crossed.BELOW : Crossed.ABOVE,
                        before.measures(row),
                        now.measures(row),
                        changes(row, now, before)));
            }
        });
        AllocationMemo memo = memos.of(asked.reference(), query.range(), query.selection(), asked.view());
        AlertBridges.Steps bridge =
                alerts.isEmpty() ? new AlertBridges.Steps(Map.of(), Optional.empty()) : bridges.steps(query, asked);
        return new Made(now.report, before.report, alerts, rows.size(), bridge, memo);
    }

    private ProfitAndLoss report(RankingQuery query, AskedReport asked) {
        return reports.total(query.range(), query.by(), query.selection(), asked.reference(), asked.view());
    }

    private static List<Change> changes(ReportRow row, Side now, Side before) {
        List<Change> changes = new ArrayList<>();
        for (int line = 0; line <= now.lines.value(); line++) {
            BigInteger difference = now.value(row, line).subtract(before.value(row, line));
            StatementLine of = now.report.lines().get(line);
            if (of instanceof StatementLine.Amount && difference.signum() != 0) {
                changes.add(new Change(of, difference));
            }
        }
        return changes;
    }

    /** One of the two reports, by row. */
    private static final class Side {
        private final ProfitAndLoss report;
        private final RankedLines lines;
        private final Map<ReportRow, Integer> places = new HashMap<>();

        Side(ProfitAndLoss report, RankedLines lines) {
            this.report = report;
            this.lines = lines;
            for (int i = 0; i < report.rows().size(); i++) {
                if (report.rows().get(i).kind() == RowKind.VALUE) {
                    places.put(report.rows().get(i), i);
                }
            }
        }

        Optional<Measures> measures(ReportRow row) {
            return Optional.ofNullable(places.get(row)).map(place -> lines.of(report, place));
        }

        BigInteger value(ReportRow row, int line) {
            return Optional.ofNullable(places.get(row))
                    .map(place -> report.value(place, line))
                    .orElse(BigInteger.ZERO);
        }
    }
}
