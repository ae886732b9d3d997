package nl.marge.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.Cubes;
import nl.marge.cube.DayColumns;
import nl.marge.cube.LineFilter;
import nl.marge.cube.Measure;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.reference.Reference;

/** What the accounts of a company come to in a period, before any allocation. */
@ApplicationScoped
public class PeriodSums {

    private final Cubes cubes;

    PeriodSums(Cubes cubes) {
        this.cubes = cubes;
    }

    /** The sum by account id, in minor units, debit +, over the entries up to the number that was gathered. */
    public Map<Integer, BigInteger> beforeAllocation(Gathered gathered) {
        Reference reference = gathered.reference();
        CubeView view = cubes.current(reference.company()).upTo(gathered.number());
        int[] rowByAccount = new int[reference.accountIdLimit()];
        Arrays.setAll(rowByAccount, account -> account);
        CubeQuery query = new CubeQuery(
                new LineFilter(
                        EnumSet.of(EntryKind.JOURNAL, EntryKind.COST, EntryKind.RECLASSIFICATION),
                        Optional.of(gathered.request().scenario())),
                DayColumns.single(
                        Math.toIntExact(gathered.request().first().toEpochDay()),
                        Math.toIntExact(gathered.request().last().toEpochDay())),
                rowByAccount,
                rowByAccount.length,
                Measure.AMOUNT);
        SetGrouping all = new SetGrouping(
                reference.dimensions(), new GroupBy(List.of()), DimensionFilter.none(), new MembershipMode.AsWas());
        Cells cells = view.sum(query, view.groups(all));
        Map<Integer, BigInteger> sums = new TreeMap<>();
        reference.accounts().forEach(account -> sums.put(account.id(), cells.sum(0, account.id(), 0)));
        return sums;
    }
}
