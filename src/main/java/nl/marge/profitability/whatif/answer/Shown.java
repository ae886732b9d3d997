package nl.marge.profitability.whatif.answer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.Money;
import nl.marge.ledger.StatementLine;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.answer.NamedRows;
import nl.marge.profitability.whatif.Ground;

/** Rows and amounts of a ground in the words of the contract. */
final class Shown {

    private final Ground ground;
    private final NamedRows rows;

    Shown(Ground ground) {
        this.ground = ground;
        this.rows = new NamedRows(ground.reference(), ground.scope().by().terms());
    }

    /** An amount with the currency's decimals. */
    String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, ground.decimals());
    }

    /** The code on each axis, null where unassigned. */
    Map<String, String> key(ReportRow row) {
        return rows.key(row);
    }

    /** The name on each axis, null where unassigned. */
    Map<String, String> names(ReportRow row) {
        return rows.names(row);
    }

    /** The row in words. */
    String name(ReportRow row) {
        return rows.name(row);
    }

    /** How CSV tells rows. */
    NamedRows rows() {
        return rows;
    }

    /** Every line of the template before, after and the difference. */
    List<WhatIfResultBody.Line> lines(List<BigInteger> before, List<BigInteger> differences) {
        List<WhatIfResultBody.Line> lines = new ArrayList<>();
        for (int line = 0; line < before.size(); line++) {
            StatementLine of = ground.rows().lines().get(line);
            lines.add(new WhatIfResultBody.Line(
                    of.code(),
                    of instanceof StatementLine.Subtotal ? StatementLine.SUBTOTAL : StatementLine.AMOUNT,
                    amount(before.get(line)),
                    amount(before.get(line).add(differences.get(line))),
                    amount(differences.get(line))));
        }
        return lines;
    }

    /** Some lines of the template by code. */
    Map<String, String> measures(List<Integer> lines, List<BigInteger> values) {
        Map<String, String> measures = new LinkedHashMap<>();
        lines.forEach(line -> measures.put(ground.rows().lines().get(line).code(), amount(values.get(line))));
        return measures;
    }

    /** The runs that the answer is told by. */
    List<WhatIfResultBody.Run> runs() {
        String company = ground.reference().company().code();
        return ground.considered().stream()
                .map(run -> new WhatIfResultBody.Run(
                        run.id(),
                        run.request().cycle(),
                        run.request().period().toString(),
                        nl.marge.allocation.run.AllocationRuns.path(company, run.id())))
                .toList();
    }
}
