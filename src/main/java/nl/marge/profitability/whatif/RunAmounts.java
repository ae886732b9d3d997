package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunLine;
import nl.marge.allocation.plan.RunLines;
import nl.marge.ledger.reference.StatementLayout;

/** What a planned run posts in a report: by row key the amounts of statement rows, minor units, natural signs. */
public record RunAmounts(Map<List<Integer>, BigInteger[]> byRow) {

    public RunAmounts {
        requireNonNull(byRow, "byRow");
    }

    /** The amounts of a run; lines that the report's filter leaves out are none of them. */
    static RunAmounts of(PlannedRun run, KeyedSets sets, StatementRows rows) {
        Map<List<Integer>, BigInteger[]> byRow = new LinkedHashMap<>();
        Map<KeyedSets.Dated, Optional<List<Integer>>> known = new HashMap<>();
        RunLines lines = new RunLines(run);
        for (Iterator<RunLine> walk : List.of(lines.debits(), lines.credits())) {
            walk.forEachRemaining(line -> {
                int row = rows.rowOfAccount(line.accountId());
                KeyedSets.Dated set = new KeyedSets.Dated(line.dimensions(), line.membershipDate());
                Optional<List<Integer>> key = known.computeIfAbsent(set, sets::shownRow);
                if (row != StatementLayout.NO_ROW && key.isPresent()) {
                    BigInteger[] sums = byRow.computeIfAbsent(key.get(), none -> AmountLevers.zeros(rows.count()));
                    sums[row] = sums[row].add(rows.natural(row, BigInteger.valueOf(line.amount())));
                }
            });
        }
        return new RunAmounts(byRow);
    }

    /** Adds these amounts to {@code sums}, or takes them away. */
    void addTo(Map<List<Integer>, BigInteger[]> sums, boolean negated) {
        byRow.forEach((key, amounts) -> {
            BigInteger[] sum = sums.computeIfAbsent(key, none -> AmountLevers.zeros(amounts.length));
            for (int row = 0; row < amounts.length; row++) {
                sum[row] = negated ? sum[row].subtract(amounts[row]) : sum[row].add(amounts[row]);
            }
        });
    }
}
