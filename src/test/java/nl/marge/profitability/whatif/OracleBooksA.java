package nl.marge.profitability.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.lever.Lever;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.RunLine;
import nl.marge.allocation.plan.RunLines;
import nl.marge.allocation.plan.RunPlanning;
import nl.marge.allocation.plan.RunRequest;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationRule.Activity;
import nl.marge.allocation.setting.AllocationRule.Receivers;
import nl.marge.allocation.setting.AllocationRule.Term;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Capacity;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Method;
import nl.marge.allocation.setting.Receiver;
import nl.marge.company.Company;
import nl.marge.cube.CubeFixture;
import nl.marge.cube.CubeView;
import nl.marge.cube.Questions;
import nl.marge.dimension.DimensionBooks;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.Statement;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.ledger.tail.LineBlock;
import nl.marge.profitability.ReportsFixture;

/**
 * The books of domain.md oracle A, allocated, without a database: what oracle-a.md gives over HTTP. The costs of work and
 * overhead stand in December, where one run divided them.
 */
final class OracleBooksA {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final RunRequest RUN = new RunRequest("YEAR", YearMonth.of(2025, 12), "ACTUAL");

    private final DimensionBooks dimensions =
            new DimensionBooks().dimension("SEGMENT", "KEY", "MKB", "WEB", "~UNUSED_CAPACITY", "~OVER_DRIVEN");
    private final Reference reference = reference();
    private final List<DimensionSet> sets = new ArrayList<>();
    private final List<long[]> lines = new ArrayList<>();
    private final Gathered gathered;

    OracleBooksA() {
        this("100800");
    }

    /** The same with another practical capacity of the back-office, in minutes. */
    OracleBooksA(String capacity) {
        gathered = gathered(capacity);
        post(8000, -100_000_000, -60_000_000, -40_000_000);
        post(8100, 12_000_000, 3_000_000, 1_000_000);
        post(7000, 61_600_000, 37_050_000, 23_400_000);
        post(4100, 1_760_000, 2_280_000, 0);
        post(4200, 3_000_000, 3_420_000, 5_460_000);
        post(4300, 1_000_000, 2_000_000, 5_000_000);
        post(4600, 200_000, 600_000, 1_200_000);
        post(4500, DimensionSet.of(new int[0]), 10_584_000, EntryKind.JOURNAL);
        post(4700, DimensionSet.of(new int[0]), 16_000_000, EntryKind.JOURNAL);
        RunLines run = new RunLines(RunPlanning.calculated(gathered));
        for (Iterator<RunLine> walk : List.of(run.debits(), run.credits())) {
            walk.forEachRemaining(
                    line -> post(line.accountId(), line.dimensions(), line.amount(), EntryKind.ALLOCATION));
        }
    }

    /** What the levers come to by segment over the year. */
    WhatIf whatIf(Lever... levers) {
        return whatIf("SEGMENT", "", levers);
    }

    /** What the levers come to by other axes and in another filter. */
    WhatIf whatIf(String by, String filter, Lever... levers) {
        List<DimensionFilter> filters =
                Arrays.stream(levers).map(lever -> filter(lever.filter())).toList();
        Ground ground = ground(by, filter, filters);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < levers.length; i++) {
            steps.add(new Step(levers[i], ground.reach(filters.get(i)), Place.at("/levers/" + i)));
        }
        return new Calculation(ground).whatIf(steps);
    }

    /** Trials by segment. */
    Trials trials(DimensionFilter... filters) {
        return new Trials(ground("SEGMENT", "", List.of(filters)));
    }

    Ground ground(String by, String filter, List<DimensionFilter> filters) {
        Questions questions = new Questions();
        DateRange year = new DateRange("2025-01", "2025-12", LocalDate.of(2025, 1, 1), DAY);
        LineSelection selection = new LineSelection(
                filter(filter),
                new MembershipMode.AsWas(),
                EnumSet.complementOf(EnumSet.of(EntryKind.CLOSING)),
                "ACTUAL",
                Optional.empty());
        GroupBy axes = GroupBy.read(by, reference.dimensions(), new Violations());
        return new Foundation(questions, ReportsFixture.reports(questions))
                .ground(
                        new Grounds.Asked(new Scope(year, axes, selection), filters, Grounds.Drivers.ALL, Set.of()),
                        reference,
                        view(),
                        new ConsideredRuns(List.of(), List.of(gathered), List.of()));
    }

    DimensionFilter filter(String text) {
        Violations wrong = new Violations();
        DimensionFilter filter = DimensionFilter.read(text, reference.dimensions(), wrong);
        wrong.refuseContent();
        return filter;
    }

    Reference reference() {
        Company company = new Company(1, "A", "Oracle A", "EUR", 2, new FiscalCalendar(1), ZoneOffset.UTC, 1);
        return new Reference(
                company,
                1,
                List.of(
                        account(8000, AccountType.REVENUE, "GROSS_REVENUE"),
                        account(8100, AccountType.REVENUE, "DEDUCTIONS"),
                        account(7000, AccountType.EXPENSE, "COGS"),
                        account(4100, AccountType.EXPENSE, "SALES_COMMISSION"),
                        account(4200, AccountType.EXPENSE, "LOGISTICS"),
                        account(4300, AccountType.EXPENSE, "MARKETING"),
                        account(4500, AccountType.EXPENSE, "BACK_OFFICE"),
                        account(4510, AccountType.EXPENSE, "CUSTOMER_SERVICE"),
                        account(4520, AccountType.EXPENSE, "CREDIT_COLLECTION"),
                        account(4600, AccountType.EXPENSE, "CREDIT_COLLECTION"),
                        account(4700, AccountType.EXPENSE, "OVERHEAD")),
                Statement.standard(),
                dimensions.reference(),
                PostingSettings.NONE);
    }

    AllocationSettings settings() {
        return gathered.settings();
    }

    private static Account account(int code, AccountType type, String line) {
        String text = Integer.toString(code);
        return new Account(code, text, text, type, Optional.of(line), false, Optional.empty(), 1);
    }

    private void post(int account, long key, long mkb, long web) {
        post(account, dimensions.set("SEGMENT:KEY"), key, EntryKind.JOURNAL);
        post(account, dimensions.set("SEGMENT:MKB"), mkb, EntryKind.JOURNAL);
        post(account, dimensions.set("SEGMENT:WEB"), web, EntryKind.JOURNAL);
    }

    private void post(int account, DimensionSet set, long amount, EntryKind kind) {
        if (!sets.contains(set)) {
            sets.add(set);
        }
        lines.add(new long[] {account, sets.indexOf(set) + 1, amount, kind.ordinal()});
    }

    /** Every line is an entry of its own: what is reported does not ask whether entries balance. */
    private CubeView view() {
        int count = lines.size();
        int[] ends = new int[count];
        int[] days = new int[count];
        EntryKind[] kinds = new EntryKind[count];
        String[] scenarios = new String[count];
        String[] currencies = new String[count];
        Arrays.setAll(ends, i -> i + 1);
        Arrays.fill(days, Math.toIntExact(DAY.toEpochDay()));
        Arrays.setAll(kinds, i -> EntryKind.values()[(int) lines.get(i)[3]]);
        Arrays.fill(scenarios, "ACTUAL");
        Arrays.fill(currencies, "EUR");
        LineBlock block = new LineBlock(
                1,
                ends,
                days,
                kinds,
                scenarios,
                currencies,
                lines.stream().mapToInt(line -> (int) line[0]).toArray(),
                lines.stream().mapToInt(line -> (int) line[1]).toArray(),
                lines.stream().mapToLong(line -> line[2]).toArray(),
                new long[0],
                new long[0],
                days.clone());
        return CubeFixture.view(block, sets);
    }

    private Gathered gathered(String capacity) {
        DimensionSet none = DimensionSet.of(new int[0]);
        int day = Math.toIntExact(DAY.toEpochDay());
        Map<String, List<DriverQuantity>> quantities = new TreeMap<>();
        quantities.put("ORDERS", quantities("1200", "1500", "900"));
        quantities.put("ORDER_LINES", quantities("9600", "4500", "1350"));
        quantities.put("CALLS", quantities("800", "900", "700"));
        quantities.put("CHECKS", quantities("2", "40", "200"));
        quantities.put("DUNNING", quantities("60", "300", "450"));
        quantities.put("NET_REVENUE", quantities("880000", "570000", "390000"));
        List<Driver> drivers = quantities.keySet().stream()
                .map(code -> new Driver(
                        code, code, "PIECE", List.of("SEGMENT"), Driver.Negative.REFUSE, Optional.empty(), 1))
                .toList();
        AllocationSettings settings = new AllocationSettings(
                1,
                List.of(
                        new CostPool("SUPPORT", "Support", List.of("4500"), "", Optional.of("MINUTE"), 1),
                        new CostPool("HQ", "Overhead", List.of("4700"), "", Optional.empty(), 1)),
                Map.of("SUPPORT", List.of(new Capacity(YearMonth.of(2025, 12), new BigDecimal(capacity)))),
                drivers,
                List.of());
        return new Gathered(
                RUN,
                reference,
                settings,
                new AllocationCycle.Version(YearMonth.of(2025, 1), List.of(support(), overhead())),
                7,
                Map.of(
                        "SUPPORT", List.of(new SourceCell(4500, none, day, 10_584_000)),
                        "HQ", List.of(new SourceCell(4700, none, day, 16_000_000))),
                quantities);
    }

    private static List<DriverQuantity> quantities(String key, String mkb, String web) {
        return List.of(quantity("KEY", key), quantity("MKB", mkb), quantity("WEB", web));
    }

    private static DriverQuantity quantity(String segment, String quantity) {
        return new DriverQuantity(Receiver.Values.of(Map.of("SEGMENT", segment)), new BigDecimal(quantity));
    }

    private static AllocationRule support() {
        return new AllocationRule(
                "SUP",
                10,
                "SUPPORT",
                Method.TIME_DRIVEN,
                Optional.empty(),
                Optional.empty(),
                Receivers.ALL,
                List.of(),
                Optional.empty(),
                List.of(
                        new Activity("CALL", Optional.of("4510"), List.of(term("CALLS", "12"))),
                        new Activity("ORDER", Optional.empty(), List.of(term("ORDERS", "6"), term("ORDER_LINES", "2"))),
                        new Activity(
                                "CREDIT", Optional.of("4520"), List.of(term("CHECKS", "15"), term("DUNNING", "10")))),
                List.of());
    }

    private static AllocationRule overhead() {
        return new AllocationRule(
                "HQ",
                20,
                "HQ",
                Method.DIRECT,
                Optional.empty(),
                Optional.of("NET_REVENUE"),
                Receivers.ALL,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Term term(String driver, String minutes) {
        return new Term(driver, new BigDecimal(minutes));
    }
}
