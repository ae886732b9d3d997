package nl.marge.allocation.plan;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.engine.AllocationEngine;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationRule.Receivers;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Method;
import nl.marge.allocation.setting.Receiver;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionBooks;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.Statement;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.PostingSettings;

/** Small runs for tests: one pool, one driver ORDERS, customers C0, C1, ... */
public final class PlanBooks {

    public static final RunRequest MARCH = new RunRequest("MONTHLY", YearMonth.of(2026, 3), "ACTUAL");

    private final DimensionBooks dimensions;
    private final AllocationRule rule;

    private PlanBooks(int customers, AllocationRule rule) {
        String[] codes = new String[customers];
        for (int i = 0; i < customers; i++) {
            codes[i] = "C" + i;
        }
        this.dimensions = new DimensionBooks().dimension("CUSTOMER", codes).dimension("COST_CENTER", "SUP");
        this.rule = rule;
    }

    /** Books of so many customers, whose pool is divided by DIRECT. */
    public static PlanBooks direct(int customers) {
        return new PlanBooks(customers, rule(Receivers.ALL));
    }

    /** The same, where the rule narrows its receivers. */
    public static PlanBooks direct(int customers, Receivers receivers) {
        return new PlanBooks(customers, rule(receivers));
    }

    private static AllocationRule rule(Receivers receivers) {
        return new AllocationRule(
                "SUP",
                10,
                "SUPPORT",
                Method.DIRECT,
                Optional.empty(),
                Optional.of("ORDERS"),
                receivers,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** What a run is made of: amounts on account 4500 at cost center SUP, and quantities of C0, C1, ... */
    public Gathered gathered(List<Long> amounts, List<String> quantities) {
        List<SourceCell> cells = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            cells.add(new SourceCell(1, costCenter(), day(i + 1), amounts.get(i)));
        }
        List<DriverQuantity> measured = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            measured.add(new DriverQuantity(
                    Receiver.Values.of(Map.of("CUSTOMER", "C" + i)), new BigDecimal(quantities.get(i))));
        }
        return new Gathered(
                MARCH,
                reference(),
                settings(),
                new AllocationCycle.Version(YearMonth.of(2026, 1), List.of(rule)),
                7,
                Map.of("SUPPORT", cells),
                Map.of("ORDERS", measured));
    }

    /** The run calculated. */
    public PlannedRun planned(Gathered gathered) {
        Violations violations = new Violations();
        Assembly assembly = Assembly.of(gathered, violations);
        violations.refuseContent();
        return new PlannedRun(gathered, assembly, AllocationEngine.plan(assembly.input()));
    }

    private static int day(int day) {
        return Math.toIntExact(MARCH.period().atDay(day).toEpochDay());
    }

    private DimensionSet costCenter() {
        int[] values = new int[dimensions.reference().dimensionIdLimit()];
        values[dimensions.dimensionId("COST_CENTER")] = dimensions.valueId("COST_CENTER", "SUP");
        return DimensionSet.of(values);
    }

    private Reference reference() {
        Company company = new Company(1, "ACME", "Acme BV", "EUR", 2, new FiscalCalendar(1), ZoneOffset.UTC, 1);
        List<Account> accounts = List.of(new Account(
                1, "4500", "Support", AccountType.EXPENSE, Optional.of("BACK_OFFICE"), false, Optional.empty(), 1));
        return new Reference(company, 1, accounts, Statement.standard(), dimensions.reference(), PostingSettings.NONE);
    }

    private AllocationSettings settings() {
        return new AllocationSettings(
                1,
                List.of(new CostPool("SUPPORT", "Support", List.of("4500"), "", Optional.empty(), 1)),
                new TreeMap<>(),
                List.of(new Driver(
                        "ORDERS", "Orders", "ORDER", List.of("CUSTOMER"), Driver.Negative.REFUSE, Optional.empty(), 1)),
                List.of());
    }
}
