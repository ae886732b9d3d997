package nl.marge.ledger;

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
import nl.marge.kernel.FiscalCalendar;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.FiscalPeriod;
import nl.marge.ledger.setting.FiscalPeriod.Status;
import nl.marge.ledger.setting.PeriodStatuses;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.ledger.setting.SourceSetting;
import nl.marge.ledger.setting.SourceSetting.LateLines;
import nl.marge.ledger.setting.SourceSetting.Mode;
import nl.marge.ledger.setting.SourceSettings;

/**
 * The small books that the golden cases of posting stand on: a bank, a debtor, revenue, cost, a count; customers of which
 * one is blocked, one has left and one is a group; a region that is no longer used; periods that are closed.
 */
public final class PostingBooks {

    private PostingBooks() {}

    /** The books in euros. */
    public static Reference inEuros() {
        Company company = new Company(1, "ACME", "Acme BV", "EUR", 2, new FiscalCalendar(1), ZoneOffset.UTC, 1);
        return new Reference(company, 1, accounts(), Statement.standard(), dimensions(), settings());
    }

    /** 2025 is closed, January 2026 is closed for daily work, 2027 has not begun; source LATE is redirected. */
    private static PostingSettings settings() {
        PeriodStatuses periods = new PeriodStatuses(List.of(
                period("2025-11", Status.CLOSED),
                period("2025-12", Status.CLOSED),
                period("2026-01", Status.SOFT_CLOSED),
                period("2027-01", Status.FUTURE)));
        SourceSettings sources =
                new SourceSettings(List.of(new SourceSetting("LATE", Mode.REJECT, LateLines.REDIRECT, 1)));
        PostingSettings none = PostingSettings.NONE;
        return new PostingSettings(
                periods, sources, none.policies(), none.combinations(), none.defaults(), none.rates());
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
                account(6, "6999", AccountType.EXPENSE, true));
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
                new Dimension(3, "REGION", "Region", true, 1));
        List<DimensionValue> values = List.of(
                value(1, 1, "C1", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(2, 1, "C2_BLOCKED", 0, LocalDate.MIN, LocalDate.MAX, true),
                value(3, 1, "C3_LEFT", 0, LocalDate.parse("2020-01-01"), LocalDate.parse("2025-12-31"), false),
                value(4, 1, "GROUP", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(5, 1, "C4_IN_GROUP", 4, LocalDate.MIN, LocalDate.MAX, false),
                value(6, 2, "WEB", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(7, 2, "SHOP", 0, LocalDate.MIN, LocalDate.MAX, false),
                value(8, 3, "EU", 0, LocalDate.MIN, LocalDate.MAX, false));
        return new DimensionReference(dimensions, values, Map.of(), Map.of());
    }

    private static DimensionValue value(
            int id, int dimensionId, String code, int parentId, LocalDate from, LocalDate to, boolean blocked) {
        return new DimensionValue(
                id, dimensionId, code, code, parentId, from, to, blocked, Optional.empty(), Map.of(), 1);
    }
}
