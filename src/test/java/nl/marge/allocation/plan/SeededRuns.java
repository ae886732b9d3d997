package nl.marge.allocation.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Capacity;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Receiver;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionBooks;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.Statement;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.PostingSettings;

/**
 * Books and runs drawn from a seed: customers that move between segments, drivers of them and of pools, a cycle with
 * rules of all methods, and what it is calculated from in one to three months.
 */
public final class SeededRuns {

    public static final int DRIVERS = 4;
    public static final int SEGMENTS = 3;

    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final String[] LINES = {"BACK_OFFICE", "CUSTOMER_SERVICE", "CREDIT_COLLECTION", "OVERHEAD", ""};
    private static final int CENTERS = 2;

    private final Random random;
    private final int customers;
    private final int pools;
    private final DimensionBooks dimensions;
    private final Reference reference;
    private final AllocationSettings settings;
    private final List<AllocationRule> rules;
    private final List<Gathered> gathered = new ArrayList<>();

    public SeededRuns(long seed) {
        random = new Random(seed);
        customers = 2 + random.nextInt(random.nextInt(4) == 0 ? 60 : 8);
        pools = 1 + random.nextInt(5);
        dimensions = dimensions();
        reference = books();
        settings = settings();
        rules = new SeededRules(random, pools, customers).rules();
        int months = 1 + random.nextInt(3);
        for (int month = 0; month < months; month++) {
            Map<String, List<DriverQuantity>> quantities = quantities();
            gathered.add(gathered("C", FIRST.plusMonths(month), quantities));
            if (random.nextInt(4) == 0) {
                // Another cycle by the same quantities, read once more.
                Map<String, List<DriverQuantity>> again = new TreeMap<>();
                quantities.forEach((driver, given) -> again.put(driver, List.copyOf(new ArrayList<>(given))));
                gathered.add(gathered("D", FIRST.plusMonths(month), again));
            }
        }
    }

    /** The books. */
    public Reference reference() {
        return reference;
    }

    /** What the runs are calculated from. */
    public List<Gathered> gathered() {
        return gathered;
    }

    /** The first day of the first run. */
    public LocalDate first() {
        return gathered.get(0).request().first();
    }

    /** The last day of the last run. */
    public LocalDate last() {
        return gathered.get(gathered.size() - 1).request().last();
    }

    private Gathered gathered(String cycle, YearMonth period, Map<String, List<DriverQuantity>> quantities) {
        RunRequest request = new RunRequest(cycle, period, "ACTUAL");
        Map<String, List<SourceCell>> cells = new TreeMap<>();
        for (int pool = 0; pool < pools; pool++) {
            cells.put("P" + pool, cells(request));
        }
        Set<String> used = new LinkedHashSet<>();
        rules.forEach(rule -> used.addAll(RunPrints.drivers(rule)));
        Map<String, List<DriverQuantity>> ofRules = new TreeMap<>(quantities);
        ofRules.keySet().retainAll(used);
        return new Gathered(request, reference, settings, new AllocationCycle.Version(FIRST, rules), 7, cells, ofRules);
    }

    private List<SourceCell> cells(RunRequest request) {
        Map<String, SourceCell> cells = new TreeMap<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<String> values = new ArrayList<>();
            if (random.nextInt(3) > 0) {
                values.add("COST_CENTER:K" + random.nextInt(CENTERS));
            }
            if (random.nextInt(3) == 0) {
                values.add("CUSTOMER:C" + random.nextInt(customers));
            }
            DimensionSet set = dimensions.set(values.toArray(String[]::new));
            int account = 1 + random.nextInt(LINES.length);
            long amount = 1 + random.nextInt(1_000_000);
            int day = Math.toIntExact(
                    request.period().atDay(1 + random.nextInt(28)).toEpochDay());
            cells.put(
                    account + " " + set, new SourceCell(account, set, day, random.nextInt(5) == 0 ? -amount : amount));
        }
        return List.copyOf(cells.values());
    }

    private Map<String, List<DriverQuantity>> quantities() {
        Map<String, List<DriverQuantity>> quantities = new TreeMap<>();
        for (int driver = 0; driver < DRIVERS; driver++) {
            List<DriverQuantity> given = new ArrayList<>();
            for (int customer = 0; customer < customers; customer++) {
                if (random.nextInt(6) > 0) {
                    given.add(new DriverQuantity(Receiver.Values.of(Map.of("CUSTOMER", "C" + customer)), quantity()));
                }
            }
            given.add(new DriverQuantity(
                    Receiver.Values.of(Map.of("CUSTOMER", "LAST")), quantity().abs()));
            for (int pool = 0; pool < pools; pool++) {
                if (random.nextInt(2) == 0) {
                    given.add(new DriverQuantity(
                            new Receiver.Pool("P" + pool), quantity().abs()));
                }
            }
            quantities.put("D" + driver, List.copyOf(given));
        }
        return quantities;
    }

    private BigDecimal quantity() {
        int kind = random.nextInt(10);
        BigDecimal some = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(3));
        return kind == 0 ? BigDecimal.ZERO : kind == 1 ? some.negate() : some.setScale(6);
    }

    private DimensionBooks dimensions() {
        List<String> codes = new ArrayList<>(IntStream.range(0, customers)
                .mapToObj(customer -> "C" + customer)
                .toList());
        codes.addAll(List.of("LAST", "~UNUSED_CAPACITY", "~OVER_DRIVEN"));
        DimensionBooks books = new DimensionBooks()
                .dimension("CUSTOMER", codes.toArray(String[]::new))
                .dimension("SEGMENT", "S0", "S1", "S2", "~UNUSED_CAPACITY", "~OVER_DRIVEN")
                .dimension("COST_CENTER", "K0", "K1");
        codes.subList(0, customers + 1).forEach(code -> {
            books.member("CUSTOMER", code, "SEGMENT", "S" + random.nextInt(SEGMENTS), null);
            if (random.nextInt(3) == 0) {
                books.member("CUSTOMER", code, "SEGMENT", "S" + random.nextInt(SEGMENTS), "2026-01-15");
            }
            if (random.nextInt(3) == 0) {
                books.member("CUSTOMER", code, "SEGMENT", "S" + random.nextInt(SEGMENTS), "2026-02-28");
            }
        });
        return books;
    }

    private Reference books() {
        Company company = new Company(1, "ACME", "Acme BV", "EUR", 2, new FiscalCalendar(1), ZoneOffset.UTC, 1);
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < LINES.length; i++) {
            Optional<String> line = Optional.of(LINES[i]).filter(code -> !code.isEmpty());
            AccountType type = line.isPresent() ? AccountType.EXPENSE : AccountType.ASSET;
            String code = Integer.toString(4500 + i);
            accounts.add(new Account(i + 1, code, code, type, line, false, Optional.empty(), 1));
        }
        return new Reference(company, 1, accounts, Statement.standard(), dimensions.reference(), PostingSettings.NONE);
    }

    private AllocationSettings settings() {
        List<CostPool> costPools = new ArrayList<>();
        Map<String, List<Capacity>> capacities = new TreeMap<>();
        for (int pool = 0; pool < pools; pool++) {
            costPools.add(new CostPool("P" + pool, "Pool", List.of("4500"), "", Optional.of("MINUTE"), 1));
            BigDecimal minutes = BigDecimal.valueOf(1 + random.nextInt(10_000_000), 1);
            capacities.put("P" + pool, List.of(new Capacity(FIRST, minutes)));
        }
        List<Driver> drivers = IntStream.range(0, DRIVERS)
                .mapToObj(driver -> new Driver(
                        "D" + driver,
                        "Driver",
                        "PIECE",
                        List.of("CUSTOMER"),
                        Driver.Negative.CLAMP,
                        Optional.empty(),
                        1))
                .toList();
        return new AllocationSettings(1, costPools, capacities, drivers, List.of());
    }
}
