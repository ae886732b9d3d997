package nl.marge.customervalue.history;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.company.Company;
import nl.marge.company.Watermark;
import nl.marge.dimension.Dimension;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.ledger.Statement;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.platform.http.QueryParameters;
import nl.marge.seeded.SeededBooks;

/** Histories written down by hand, customer by customer, without a cube. */
public final class HistoriesFixture {

    private final SeededBooks books = new SeededBooks(1, 0);
    private final List<CustomerDays> customers = new ArrayList<>();
    private final Reference reference;
    private final DateRange range;

    /** Histories over a range of days, in books whose fiscal year begins in {@code startMonth}. */
    public HistoriesFixture(int startMonth, String first, String last) {
        Company any = books.company();
        Company company = new Company(
                any.id(),
                any.code(),
                any.name(),
                any.currency(),
                any.decimals(),
                new FiscalCalendar(startMonth),
                any.timeZone(),
                any.version());
        reference = new Reference(
                company, 1, List.of(), Statement.standard(), books.dimensions().reference(), PostingSettings.NONE);
        range = new DateRange(first, last, LocalDate.parse(first), LocalDate.parse(last));
    }

    /** Adds a customer who bought something on each of these days, ascending. */
    public HistoriesFixture bought(String... days) {
        TreeMap<LocalDate, Long> byDay = new TreeMap<>();
        Arrays.stream(days).forEach(day -> byDay.put(LocalDate.parse(day), 1L));
        return earned(byDay);
    }

    /** Adds a customer with this net revenue by day, in minor units, all of it margin. */
    public HistoriesFixture earned(SortedMap<LocalDate, Long> netRevenueByDay) {
        SortedMap<LocalDate, List<Long>> byDay = new TreeMap<>();
        netRevenueByDay.forEach((day, net) -> byDay.put(day, List.of(net, net, 0L, 0L)));
        return posted(byDay);
    }

    /** Adds a customer with net revenue, margin, cost-to-serve and acquisition cost by day, in minor units. */
    public HistoriesFixture posted(SortedMap<LocalDate, List<Long>> figuresByDay) {
        int[] days = figuresByDay.keySet().stream()
                .mapToInt(day -> Math.toIntExact(day.toEpochDay()))
                .toArray();
        long[] amounts = figuresByDay.values().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .toArray();
        customers.add(new CustomerDays(customers.size() + 1, 0, days, amounts));
        return this;
    }

    /** What has been written down so far. */
    public Histories histories() {
        LedgerMoment moment = new LedgerMoment(reference, 0, range.last(), Optional.empty());
        Histories.Sums nothing = new Histories.Sums(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
        return new Histories(
                new HistoryQuery(
                        range,
                        LineSelection.read(new QueryParameters(Map.of()), moment),
                        HistoryQuery.DEFAULT_MEASURE,
                        new Dimension(1, HistoryQuery.CUSTOMER, "Customer", false, 1),
                        Optional.empty()),
                reference,
                new Watermark(0, 1),
                customers,
                nothing,
                nothing,
                nothing,
                new Histories.Proof(BigInteger.ZERO, BigInteger.ZERO));
    }
}
