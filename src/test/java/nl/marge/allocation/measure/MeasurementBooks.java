package nl.marge.allocation.measure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.marge.company.Company;
import nl.marge.cube.CubeFixture;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionBooks;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.Statement;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.AccountSelection;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.ledger.tail.LineBlock;

/**
 * A company with expense accounts 4600 and 4700 and three customers: C1 of segment KEY until it becomes MKB on 1 April
 * 2026, C2 always KEY, C3 always MKB.
 */
final class MeasurementBooks {

    private final DimensionBooks dimensions = new DimensionBooks()
            .dimension("CUSTOMER", "C1", "C2", "C3")
            .dimension("SEGMENT", "KEY", "MKB")
            .member("CUSTOMER", "C1", "SEGMENT", "KEY", null)
            .member("CUSTOMER", "C1", "SEGMENT", "MKB", "2026-04-01")
            .member("CUSTOMER", "C2", "SEGMENT", "KEY", null)
            .member("CUSTOMER", "C3", "SEGMENT", "MKB", null);
    private final List<EntryKind> kinds = new ArrayList<>();
    private final List<Integer> days = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private record Line(int account, int set, long amount, int membershipDay) {}

    /** A line posted on 15 March 2026 as an entry of its own. */
    void line(String account, String customer, String membershipDate, long amount) {
        add(account, customer, amount, day(membershipDate));
        endEntry(EntryKind.JOURNAL, "2026-03-15");
    }

    /** An entry of lines written {@code account customer cents}. */
    void entry(EntryKind kind, String date, String... written) {
        for (String line : written) {
            String[] parts = line.split(" ");
            add(parts[0], parts[1], Long.parseLong(parts[2]), day(date));
        }
        endEntry(kind, date);
    }

    private void add(String account, String customer, long amount, int membershipDay) {
        int set = customer.isEmpty() ? 1 : 1 + Integer.parseInt(customer.substring(1));
        lines.add(new Line(account.equals("4600") ? 1 : 2, set, amount, membershipDay));
    }

    private void endEntry(EntryKind kind, String date) {
        kinds.add(kind);
        days.add(day(date));
        ends.add(lines.size());
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    /** All that March 2026 gives. */
    LedgerMeasurement march() {
        int entries = kinds.size();
        LineBlock block = new LineBlock(
                1,
                ints(ends),
                ints(days),
                kinds.toArray(EntryKind[]::new),
                Stream.generate(() -> "ACTUAL").limit(entries).toArray(String[]::new),
                Stream.generate(() -> "EUR").limit(entries).toArray(String[]::new),
                lines.stream().mapToInt(Line::account).toArray(),
                lines.stream().mapToInt(Line::set).toArray(),
                lines.stream().mapToLong(Line::amount).toArray(),
                new long[0],
                new long[0],
                lines.stream().mapToInt(Line::membershipDay).toArray());
        return new LedgerMeasurement(
                CubeFixture.view(
                        block,
                        List.of(
                                dimensions.set(),
                                dimensions.set("CUSTOMER:C1"),
                                dimensions.set("CUSTOMER:C2"),
                                dimensions.set("CUSTOMER:C3"))),
                reference(),
                new MeasuredPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), "ACTUAL"));
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(value -> value).toArray();
    }

    private Reference reference() {
        Company company =
                new Company(1, "ACME", "Acme", "EUR", 2, new FiscalCalendar(1), ZoneId.of("Europe/Amsterdam"), 1);
        List<Account> accounts = IntStream.rangeClosed(1, 2)
                .mapToObj(id -> new Account(
                        id,
                        (45 + id) + "00",
                        "Account " + id,
                        AccountType.EXPENSE,
                        Optional.of("BACK_OFFICE"),
                        false,
                        Optional.empty(),
                        1))
                .toList();
        return new Reference(company, 1, accounts, Statement.standard(), dimensions.reference(), PostingSettings.NONE);
    }

    /** A pool of all expense. */
    PoolSource pool(String code, String filter) {
        return new PoolSource(code, AccountSelection.of(List.of(), List.of()), filter(filter));
    }

    private DimensionFilter filter(String text) {
        return DimensionFilter.read(text, dimensions.reference(), new Violations());
    }

    /** A driver over all expense; DISTINCT counts customers. */
    LedgerDriver driver(LedgerMeasure measure, String... receivers) {
        List<Dimension> receiving = Arrays.stream(receivers)
                .map(code -> dimensions.reference().dimension(code).orElseThrow())
                .toList();
        return new LedgerDriver(
                "D",
                measure,
                dimensions.reference().dimension("CUSTOMER").filter(of -> measure == LedgerMeasure.DISTINCT),
                AccountSelection.of(List.of(), List.of()),
                filter(""),
                receiving);
    }

    /** What a driver measures per segment, the lines without one last. */
    String told(LedgerMeasure measure) {
        MeasuredQuantities found = march().quantities(driver(measure, "SEGMENT"));
        return Stream.concat(found.receivers().stream(), found.unattributed().stream())
                .map(of -> code(of) + "=" + Quantities.text(of.quantity()))
                .collect(Collectors.joining(" "));
    }

    private String code(ReceiverQuantity of) {
        int value = of.valueIds().get(0);
        return value == 0 ? "" : dimensions.reference().value(value).code();
    }
}
