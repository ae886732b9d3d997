package nl.marge.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.marge.company.CompanyDetails;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.account.AccountCommand;
import nl.marge.ledger.rules.ReversalCommand;

/**
 * The demo company: a seller of pumps with forty customers in three segments, two years of invoices, returns and costs,
 * a closing of the first year, and one mistake that was put right.
 */
final class DemoBooks {

    static final String COMPANY = "DEMO";

    /** Another seed is another company: figures in the documentation and in tests would change. */
    private static final long SEED = 20_240_101;

    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final YearMonth LAST = YearMonth.of(2025, 12);
    private static final int CLOSED_YEAR = 2024;
    private static final long CAPITAL = 12_345_678_90L;

    private DemoBooks() {}

    static Books books() {
        return new Books(
                COMPANY,
                new CompanyDetails(Optional.empty(), "Demo Pumps BV", "EUR", 1, "Europe/Amsterdam"),
                DemoChart.accounts(),
                DemoMarket.axes(),
                List.of(DemoMarket.members()),
                drafts().stream().map(DraftEntry::command).toList(),
                Optional.of(new Books.Undoing(
                        DemoSales.MISTAKE,
                        new ReversalCommand(Optional.of("2025-05-26"), Optional.of("Sent twice"), Optional.empty()))));
    }

    private static List<DraftEntry> drafts() {
        Dice dice = new Dice(SEED);
        DemoSales sales = new DemoSales(dice);
        DemoCosts costs = new DemoCosts(dice);
        List<DraftEntry> drafts = new ArrayList<>();
        drafts.add(new DraftEntry("CAPITAL", FIRST.atDay(1), "Capital paid in", Map.of())
                .line(DemoChart.BANK, CAPITAL)
                .balancedBy(DemoChart.EQUITY_CAPITAL));
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            List<DraftEntry> sold = sales.of(month);
            drafts.addAll(sold);
            drafts.addAll(costs.of(month, sold));
        }
        drafts.add(closing(drafts));
        drafts.sort(Comparator.comparing(DraftEntry::date));
        return drafts;
    }

    /** Moves the result of the first year to equity: every P&amp;L account ends at zero. */
    private static DraftEntry closing(List<DraftEntry> drafts) {
        Set<String> resultAccounts = DemoChart.accounts().stream()
                .filter(account -> account.statementLine().isPresent())
                .map(AccountCommand::code)
                .collect(Collectors.toSet());
        Map<String, Long> centsByAccount = new TreeMap<>();
        drafts.stream()
                .filter(draft -> draft.date().getYear() == CLOSED_YEAR)
                .flatMap(draft -> draft.lines().stream())
                .filter(line -> resultAccounts.contains(line.account()))
                .forEach(line -> centsByAccount.merge(line.account(), line.cents(), Long::sum));
        DraftEntry closing = new DraftEntry(
                "CLOSING-" + CLOSED_YEAR,
                BooksLoader.SOURCE,
                EntryKind.CLOSING,
                LocalDate.of(CLOSED_YEAR, 12, 31),
                "Result of the year to equity",
                Map.of());
        centsByAccount.forEach((account, cents) -> closing.line(account, -cents));
        return closing.balancedBy(DemoChart.EQUITY_CAPITAL);
    }
}
