package nl.marge.cube.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import nl.marge.company.Company;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.DayColumns;
import nl.marge.cube.LineFilter;
import nl.marge.cube.Measure;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.Account;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.tail.LedgerTotals;
import nl.marge.ledger.tail.LedgerTotals.AccountTotal;

/** Compares a cube with what the database adds up itself, account by account and to the cent. */
@ApplicationScoped
class CubeCheck {

    private final LedgerTotals ledger;

    CubeCheck(LedgerTotals ledger) {
        this.ledger = ledger;
    }

    /** Lines, amount and quantity of one account. */
    private record Totals(BigInteger lines, BigInteger amount, BigInteger quantity) {
        private static final Totals NONE = new Totals(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
    }

    /** What the view and the database say of every account; equal unless something is wrong. */
    CubeCheckBody compare(Reference reference, CubeView view) {
        Company company = reference.company();
        TreeMap<Integer, Totals> inLedger = new TreeMap<>();
        for (AccountTotal total : ledger.byAccount(company, view.number())) {
            inLedger.put(
                    total.accountId(), new Totals(BigInteger.valueOf(total.lines()), total.amount(), total.quantity()));
        }
        List<Cells> inCube = Arrays.asList(
                cells(reference, view, Measure.LINES),
                cells(reference, view, Measure.AMOUNT),
                cells(reference, view, Measure.QUANTITY));
        List<CubeCheckBody.Difference> differences = new ArrayList<>();
        BigInteger ledgerLines = BigInteger.ZERO;
        BigInteger cubeLines = BigInteger.ZERO;
        for (Account account : reference.accounts()) {
            Totals expected = inLedger.getOrDefault(account.id(), Totals.NONE);
            Totals found = new Totals(
                    inCube.get(0).sum(0, account.id(), 0),
                    inCube.get(1).sum(0, account.id(), 0),
                    inCube.get(2).sum(0, account.id(), 0));
            ledgerLines = ledgerLines.add(expected.lines());
            cubeLines = cubeLines.add(found.lines());
            if (!expected.equals(found)) {
                differences.add(
                        new CubeCheckBody.Difference(account.code(), told(found, company), told(expected, company)));
            }
        }
        return new CubeCheckBody(
                view.number(), cubeLines.longValue(), ledgerLines.longValue(), differences.isEmpty(), differences);
    }

    private static CubeCheckBody.Totals told(Totals totals, Company company) {
        return new CubeCheckBody.Totals(
                totals.lines().longValue(),
                Money.text(totals.amount(), company.decimals()),
                Money.text(totals.quantity(), Quantities.DECIMALS));
    }

    private static Cells cells(Reference reference, CubeView view, Measure measure) {
        int[] rowByAccount = new int[reference.accountIdLimit()];
        Arrays.setAll(rowByAccount, id -> id);
        DayColumns everyDay =
                DayColumns.single(Math.toIntExact(Dates.FIRST.toEpochDay()), Math.toIntExact(Dates.LAST.toEpochDay()));
        SetGrouping whole = new SetGrouping(
                reference.dimensions(), new GroupBy(List.of()), DimensionFilter.none(), new MembershipMode.AsWas());
        return view.sum(
                new CubeQuery(LineFilter.everything(), everyDay, rowByAccount, rowByAccount.length, measure),
                view.groups(whole));
    }
}
