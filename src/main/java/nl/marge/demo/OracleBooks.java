package nl.marge.demo;

import static nl.marge.ledger.AccountType.ASSET;
import static nl.marge.ledger.AccountType.EXPENSE;
import static nl.marge.ledger.AccountType.LIABILITY;
import static nl.marge.ledger.AccountType.REVENUE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.CompanyDetails;
import nl.marge.kernel.Money;
import nl.marge.ledger.account.AccountCommand;
import nl.marge.ledger.rules.EntryCommand;

/**
 * The worked example before allocation: three segments, of which the one with the best gross margin earns least. Back
 * office and overhead stand on no segment yet, so they show as unassigned.
 */
final class OracleBooks {

    static final String COMPANY = "ORACLE";

    private static final String SEGMENT = "SEGMENT";

    /** Entry, date, account, balancing account, and the amounts (debit +) of KEY, MKB, WEB and no segment. */
    private static final String JOURNAL = """
            A0-REVENUE     2025-01-31  8000  1300  -1000000.00  -600000.00  -400000.00       0.00
            A0-DEDUCTIONS  2025-02-28  8100  1300    120000.00    30000.00    10000.00       0.00
            A0-GOODS       2025-03-31  7000  1600    616000.00   370500.00   234000.00       0.00
            A0-COMMISSION  2025-04-30  4100  1000     17600.00    22800.00        0.00       0.00
            A0-FREIGHT     2025-05-31  4200  1000     30000.00    34200.00    54600.00       0.00
            A0-CAMPAIGNS   2025-06-30  4300  1000     10000.00    20000.00    50000.00       0.00
            A0-BAD-DEBT    2025-09-30  4600  1300      2000.00     6000.00    12000.00       0.00
            A0-BACKOFFICE  2025-12-31  4500  1000         0.00        0.00        0.00  105840.00
            A0-OVERHEAD    2025-12-31  4700  1000         0.00        0.00        0.00  160000.00
            """;

    private static final List<String> COLUMNS = List.of("KEY", "MKB", "WEB", "");
    private static final int FIRST_COLUMN = 4;

    private OracleBooks() {}

    static Books books() {
        return new Books(
                COMPANY,
                new CompanyDetails(Optional.empty(), "Worked example A0", "EUR", 1, "Europe/Amsterdam"),
                accounts(),
                List.of(new Books.Axis(
                        Given.dimension(SEGMENT, "Customer segment"),
                        List.of(
                                Given.value("KEY", "Key accounts (12 customers)"),
                                Given.value("MKB", "Small business (80 customers)"),
                                Given.value("WEB", "Web shop (600 customers)")))),
                List.of(),
                entries(),
                Optional.empty());
    }

    private static List<AccountCommand> accounts() {
        return List.of(
                Given.account("1000", "Bank", ASSET),
                Given.account("1300", "Debtors", ASSET),
                Given.account("1600", "Creditors", LIABILITY),
                Given.account("4100", "Sales commission", EXPENSE, "SALES_COMMISSION"),
                Given.account("4200", "Freight and payment fees", EXPENSE, "LOGISTICS"),
                Given.account("4300", "Campaigns", EXPENSE, "MARKETING"),
                Given.account("4500", "Service and back-office", EXPENSE, "BACK_OFFICE"),
                Given.account("4510", "Customer service", EXPENSE, "CUSTOMER_SERVICE"),
                Given.account("4520", "Credit and collection", EXPENSE, "CREDIT_COLLECTION"),
                Given.account("4600", "Bad debt", EXPENSE, "CREDIT_COLLECTION"),
                Given.account("4700", "Overhead", EXPENSE, "OVERHEAD"),
                Given.account("7000", "Cost of goods sold", EXPENSE, "COGS"),
                Given.account("8000", "Gross revenue", REVENUE, "GROSS_REVENUE"),
                Given.account("8100", "Discounts and bonuses", REVENUE, "DEDUCTIONS"));
    }

    private static List<EntryCommand> entries() {
        return JOURNAL.lines().map(OracleBooks::entry).toList();
    }

    private static EntryCommand entry(String row) {
        String[] cells = row.strip().split("\\s+");
        DraftEntry entry = new DraftEntry(cells[0], LocalDate.parse(cells[1]), "Worked example A0", Map.of());
        for (int i = 0; i < COLUMNS.size(); i++) {
            Map<String, String> segment = COLUMNS.get(i).isEmpty() ? Map.of() : Map.of(SEGMENT, COLUMNS.get(i));
            long cents = cents(cells[FIRST_COLUMN + i]);
            if (cents != 0) {
                entry.line(cells[2], cents, segment);
            }
        }
        return entry.balancedBy(cells[3]).command();
    }

    private static long cents(String text) {
        return ((Money.Reading.Amount) Money.read(text, 2)).minorUnits();
    }
}
