package nl.marge.allocation.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.allocation.engine.Portions;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.engine.Stream;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.plan.AccountSums;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunLines;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;

/** Makes what is kept of a planned run. Pure. */
final class RunDetails {

    private final PlannedRun run;
    private final Reference reference;

    private RunDetails(PlannedRun run) {
        this.run = run;
        this.reference = run.gathered().reference();
    }

    /**
     * The detail of a run.
     *
     * @param before account id to the sum of the period before any allocation, minor units, debit +
     */
    static RunDetail of(PlannedRun run, Map<Integer, BigInteger> before) {
        RunDetails details = new RunDetails(run);
        List<RunDetail.Rule> rules =
                run.plan().results().stream().map(details::rule).toList();
        return new RunDetail(rules, details.flows(), details.sources(), details.lines(before), run.prints());
    }

    private RunDetail.Rule rule(RuleResult result) {
        AllocationRule rule = run.gathered().rules().get(result.sender().pool());
        return new RunDetail.Rule(
                rule.code(),
                rule.pool(),
                rule.method().name(),
                rule.group(),
                result.outcome().name(),
                result.own(),
                result.received(),
                result.out(),
                result.unused(),
                result.overDriven(),
                result.residual(),
                result.exactOut().toPlainString(),
                Quantities.plain(result.used()),
                result.sender().capacity().map(Quantities::plain),
                parts(rule, result));
    }

    private static List<RunDetail.Part> parts(AllocationRule rule, RuleResult result) {
        List<RunDetail.Part> parts = new ArrayList<>();
        for (int i = 0; i < result.sender().streams().size(); i++) {
            Stream stream = result.sender().streams().get(i);
            BigDecimal weight = stream.weights().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            List<RunDetail.Term> terms = rule.activities().isEmpty()
                    ? rule.driver().stream()
                            .map(driver -> new RunDetail.Term(driver, Optional.empty()))
                            .toList()
                    : rule.activities().get(i).terms().stream()
                            .map(term ->
                                    new RunDetail.Term(term.driver(), Optional.of(Quantities.plain(term.minutes()))))
                            .toList();
            parts.add(new RunDetail.Part(stream.code(), terms, Quantities.plain(weight)));
        }
        return parts;
    }

    private List<RunDetail.Flow> flows() {
        List<RunDetail.Flow> flows = new ArrayList<>();
        for (RuleResult result : run.plan().results()) {
            Map<String, RunDetail.Flow> byTarget = new TreeMap<>();
            Portions portions = result.portions();
            for (int i = 0; i < portions.size(); i++) {
                if (RunLines.isPool(portions.receivers()[i])) {
                    RunDetail.Flow flow = flow(result, portions, i);
                    byTarget.merge(flow.part() + ":" + flow.pool(), flow, RunDetails::joined);
                }
            }
            flows.addAll(byTarget.values());
            result.handed().forEach(handed -> flows.add(flow(result, handed)));
        }
        return flows;
    }

    private RunDetail.Flow flow(RuleResult result, Portions portions, int at) {
        Stream stream = result.sender().streams().get(portions.streams()[at]);
        int receiver = portions.receivers()[at];
        return new RunDetail.Flow(
                result.sender().rule(),
                stream.code(),
                pool(receiver),
                weight(stream, receiver),
                portions.amounts()[at],
                Optional.empty());
    }

    /** A reciprocal rule has one stream. */
    private RunDetail.Flow flow(RuleResult result, RuleResult.Handed handed) {
        Stream stream = result.sender().streams().get(0);
        int receiver = Stream.pool(handed.pool());
        BigDecimal minorUnits =
                handed.exact().movePointRight(reference.company().decimals());
        return new RunDetail.Flow(
                result.sender().rule(),
                stream.code(),
                pool(receiver),
                weight(stream, receiver),
                minorUnits.setScale(0, RoundingMode.HALF_UP).longValueExact(),
                Optional.of(handed.exact().toPlainString()));
    }

    private String pool(int receiver) {
        return run.assembly().input().pools().get(Stream.pool(receiver)).code();
    }

    private static String weight(Stream stream, int receiver) {
        int place = 0;
        while (stream.receivers()[place] != receiver) {
            place++;
        }
        return Quantities.plain(stream.weights().get(place));
    }

    private static RunDetail.Flow joined(RunDetail.Flow one, RunDetail.Flow other) {
        long amount = Math.addExact(one.amount(), other.amount());
        return new RunDetail.Flow(one.rule(), one.part(), one.pool(), one.weight(), amount, one.exact());
    }

    private List<RunDetail.Source> sources() {
        List<RunDetail.Source> sources = new ArrayList<>();
        for (AllocationRule rule : run.gathered().rules()) {
            Map<String, Long> byAccount = new TreeMap<>();
            for (SourceCell cell : run.gathered().cells(rule)) {
                byAccount.merge(reference.account(cell.accountId()).code(), cell.amount(), Math::addExact);
            }
            byAccount.forEach((account, amount) -> sources.add(new RunDetail.Source(rule.pool(), account, amount)));
        }
        return sources;
    }

    private List<RunDetail.Line> lines(Map<Integer, BigInteger> before) {
        StatementLayout layout = new StatementLayout(reference);
        BigInteger[] rowsBefore = rows(layout, before);
        BigInteger[] rowsMoved = rows(layout, AccountSums.of(run));
        List<RunDetail.Line> lines = new ArrayList<>();
        for (int line = 0; line < reference.statement().lines().size(); line++) {
            StatementLine named = reference.statement().lines().get(line);
            if (named instanceof StatementLine.Amount) {
                lines.add(new RunDetail.Line(
                        named.code(), value(layout, line, rowsBefore), value(layout, line, rowsMoved)));
            }
        }
        return lines;
    }

    private static BigInteger[] rows(StatementLayout layout, Map<Integer, BigInteger> byAccount) {
        BigInteger[] rows = new BigInteger[layout.rows()];
        Arrays.fill(rows, BigInteger.ZERO);
        int[] rowByAccount = layout.rowByAccount();
        byAccount.forEach((account, sum) -> {
            if (rowByAccount[account] != StatementLayout.NO_ROW) {
                rows[rowByAccount[account]] = rows[rowByAccount[account]].add(sum);
            }
        });
        return rows;
    }

    private static BigInteger value(StatementLayout layout, int line, BigInteger[] rows) {
        BigInteger value = BigInteger.ZERO;
        for (int row = 0; row < rows.length; row++) {
            value = value.add(rows[row].multiply(BigInteger.valueOf(layout.factor(line, row))));
        }
        return value;
    }
}
