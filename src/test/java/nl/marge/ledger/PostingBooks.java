package nl.marge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Timeline;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.kernel.Money;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.AccountSelection;
import nl.marge.ledger.setting.CombinationRule;
import nl.marge.ledger.setting.CombinationRule.Kind;
import nl.marge.ledger.setting.CombinationRules;
import nl.marge.ledger.setting.CurrencySetting;
import nl.marge.ledger.setting.DimensionPolicies;
import nl.marge.ledger.setting.DimensionPolicy;
import nl.marge.ledger.setting.DimensionPolicy.Demand;
import nl.marge.ledger.setting.ExchangeRates;
import nl.marge.ledger.setting.FiscalPeriod;
import nl.marge.ledger.setting.FiscalPeriod.Status;
import nl.marge.ledger.setting.PeriodStatuses;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.ledger.setting.SourceSetting;
import nl.marge.ledger.setting.SourceSetting.LateLines;
import nl.marge.ledger.setting.SourceSetting.Mode;
import nl.marge.ledger.setting.SourceSettings;
import nl.marge.ledger.setting.Validity;
import nl.marge.ledger.setting.ValueSelection;

/**
 * The small books that the golden cases of posting stand on: a bank, a debtor, revenue, cost, a count; customers of which
 * one is blocked, one has left and one is a group; a region that is no longer used; periods that are closed; marketing
 * accounts that demand things of the channel and the segment.
 */
public final class PostingBooks {

    private PostingBooks() {}

    /** The books in euros. */
    public static Reference inEuros() {
        return inEuros(CurrencySetting.STANDARD);
    }

    /** The books in euros, of which {@code currencies} says where exchange differences go. */
    public static Reference inEuros(CurrencySetting currencies) {
        return in("EUR", currencies);
    }

    /** The books in a currency. */
    public static Reference in(String currency) {
        return in(currency, CurrencySetting.STANDARD);
    }

    private static Reference in(String currency, CurrencySetting currencies) {
        int decimals = Money.decimalsOf(currency);
        Company company =
                new Company(1, "ACME", "Acme BV", currency, decimals, new FiscalCalendar(1), ZoneOffset.UTC, 1);
        return new Reference(company, 1, accounts(), Statement.standard(), dimensions(), settings(currencies));
    }

    /** 2025 is closed, January 2026 is closed for daily work, 2027 has not begun, nor in PLAN, where December is closed; LATE is redirected, LENIENT taken as it is. */
    private static PostingSettings settings(CurrencySetting currencies) {
        PeriodStatuses periods = new PeriodStatuses(List.of(
                period("2025-11", Status.CLOSED),
                period("2025-12", Status.CLOSED),
                period("2026-01", Status.SOFT_CLOSED),
                period("2027-01", Status.FUTURE),
                new FiscalPeriod("PLAN", YearMonth.parse("2026-12"), Status.CLOSED, 1),
                new FiscalPeriod("PLAN", YearMonth.parse("2027-01"), Status.FUTURE, 1)));
        SourceSettings sources = new SourceSettings(List.of(
                new SourceSetting("LATE", Mode.REJECT, LateLines.REDIRECT, 1),
                new SourceSetting("LENIENT", Mode.ACCEPT_AS_UNASSIGNED, LateLines.REJECT, 1)));
        PostingSettings none = PostingSettings.NONE;
        return new PostingSettings(periods, sources, policies(), combinations(), none.defaults(), rates(currencies));
    }

    /** A dollar is worth 0.92 from March on; somebody mistyped what a yen is. */
    private static ExchangeRates rates(CurrencySetting currencies) {
        LocalDate march = LocalDate.parse("2026-03-01");
        return new ExchangeRates(
                List.of(
                        new ExchangeRates.Rate("SPOT", "USD", "EUR", march, new BigDecimal("0.92")),
                        new ExchangeRates.Rate("SPOT", "JPY", "EUR", march, new BigDecimal("999999999999"))),
                currencies);
    }

    private static FiscalPeriod period(String period, Status status) {
        return new FiscalPeriod("ACTUAL", YearMonth.parse(period), status, 1);
    }

    private static List<Account> accounts() {
        return List.of(
                account(1, "1300", AccountType.ASSET, false),
                account(2, "1500", AccountType.LIABILITY, false),
                account(3, "8000", AccountType.REVENUE, false),
                account(4, "7000", AccountType.EXPENSE, false),
                account(5, "9000", AccountType.STATISTICAL, false),
                account(6, "6999", AccountType.EXPENSE, true),
                account(7, "6100", AccountType.EXPENSE, false),
                account(8, "6200", AccountType.EXPENSE, false),
                account(9, "6300", AccountType.EXPENSE, false),
                account(10, "6400", AccountType.EXPENSE, false),
                account(11, "6500", AccountType.EXPENSE, false),
                account(12, "6600", AccountType.EXPENSE, false));
    }

    private static Account account(int id, String code, AccountType type, boolean blocked) {
        Optional<String> line =
                switch (type) {
                    case REVENUE -> Optional.of("GROSS_REVENUE");
                    case EXPENSE -> Optional.of("COGS");
                    default -> Optional.empty();
                };
        return new Account(id, code, "Account " + code, type, line, blocked, Optional.empty(), 1);
    }

    private static DimensionReference dimensions() {
        List<Dimension> dimensions = List.of(
                new Dimension(1, "CUSTOMER", "Customer", false, 1),
                new Dimension(2, "CHANNEL", "Channel", false, 1),
                new Dimension(3, "REGION", "Region", true, 1),
                new Dimension(4, "SEGMENT", "Segment", false, 1),
                new Dimension(5, "CAMPAIGN", "Campaign", false, 1));
        List<DimensionValue> values = List.of(
                value(1, 1, "C1", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(2, 1, "C2_BLOCKED", 0, LocalDate.MIN, LocalDate.MAX, true),
                value(3, 1, "C3_LEFT", 0, LocalDate.parse("2020-01-01"), LocalDate.parse("2025-12-31"), false),
                value(4, 1, "GROUP", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(5, 1, "C4_IN_GROUP", 4, LocalDate.MIN, LocalDate.MAX, false),
                value(6, 2, "WEB", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(7, 2, "SHOP", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(8, 3, "EU", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(9, 4, "KEY", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(10, 4, "MKB", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(11, 5, "SPRING", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(12, 5, "AUTUMN", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(13, 4, "WEB", 0, LocalDate.MIN, LocalDate.MAX, false));
        Timeline keySince2026 = Timeline.of(
                new int[] {
                    Integer.MIN_VALUE, (int) LocalDate.parse("2026-01-01").toEpochDay()
                },
                new int[] {0, 9});
        return new DimensionReference(dimensions, values, Map.of(4, 1), Map.of(4, Map.of(1, keySince2026)));
    }

    /** Each on an account of its own. */
    private static DimensionPolicies policies() {
        return DimensionPolicies.of(List.of(
                policy("CHANNEL_NEEDED", "6100", "CHANNEL", Demand.MANDATORY, "", List.of()),
                policy("WEB_OR_NOTHING", "6200", "CHANNEL", Demand.MANDATORY, "", List.of("WEB")),
                policy("ALWAYS_WEB", "6300", "CHANNEL", Demand.FIXED, "WEB", List.of()),
                policy("NEVER_A_CHANNEL", "6400", "CHANNEL", Demand.FIXED, "", List.of()),
                policy("NO_CHANNEL", "6500", "CHANNEL", Demand.FORBIDDEN, "", List.of()),
                policy("SEGMENT_NEEDED", "6600", "SEGMENT", Demand.MANDATORY, "", List.of("KEY"))));
    }

    /** MKB and SPRING do not go together, nor do customer and campaign. */
    private static CombinationRules combinations() {
        return CombinationRules.of(List.of(
                new CombinationRule(
                        "EITHER", Kind.BLOCKED, List.of("CUSTOMER", "CAMPAIGN"), List.of(), Validity.ALWAYS, 1),
                new CombinationRule(
                        "NO_SPRING_FOR_MKB",
                        Kind.LIMITED,
                        List.of("SEGMENT", "CAMPAIGN"),
                        List.of(List.of("MKB", "SPRING")),
                        Validity.ALWAYS,
                        1)));
    }

    private static DimensionPolicy policy(
            String code, String account, String dimension, Demand demand, String value, List<String> allowed) {
        return new DimensionPolicy(
                code,
                dimension,
                demand,
                AccountSelection.of(List.of(account), List.of()),
                Optional.of(value).filter(text -> !text.isEmpty()),
                ValueSelection.of(allowed),
                Validity.ALWAYS,
                1);
    }

    private static DimensionValue value(
            int id, int dimensionId, String code, int parentId, LocalDate from, LocalDate to, boolean blocked) {
        return new DimensionValue(
                id, dimensionId, code, code, parentId, from, to, blocked, Optional.empty(), Map.of(), 1);
    }
}
