package nl.marge.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import org.junit.jupiter.api.Test;

/** What the generated books hold. */
class DemoBooksTest {

    private static final Books BOOKS = DemoBooks.books();

    @Test
    void areTheSameEveryTime() {
        assertEquals(BOOKS, DemoBooks.books());
    }

    @Test
    void haveEntriesOfTwoYearsEachWithItsOwnId() {
        Set<String> ids = new HashSet<>();
        for (EntryCommand entry : BOOKS.entries()) {
            ids.add(entry.source().orElseThrow() + " " + entry.externalId().orElseThrow());
        }

        assertEquals(BOOKS.entries().size(), ids.size());
        assertTrue(ids.size() > 2_000 && ids.size() < 4_000, () -> ids.size() + " entries");
        assertEquals(
                List.of("2024", "2025"),
                BOOKS.entries().stream()
                        .map(entry -> entry.postingDate().orElseThrow().substring(0, 4))
                        .distinct()
                        .toList());
    }

    @Test
    void balanceExceptTheCarriersAndTheBanksCosts() {
        for (EntryCommand entry : BOOKS.entries()) {
            boolean isCost = entry.kind().equals(Optional.of("COST"));
            BigDecimal sum = entry.lines().stream().map(DemoBooksTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(isCost, sum.signum() != 0, () -> entry.externalId().orElseThrow());
        }
    }

    @Test
    void haveZeroNegativeLargeAndOddAmounts() {
        assertTrue(anyLine(line -> amount(line).signum() == 0 && on(line, DemoChart.SALES)));
        assertTrue(anyLine(line -> amount(line).signum() < 0 && on(line, DemoChart.SUPPLIER_BONUS)));
        assertTrue(anyLine(line -> amount(line).compareTo(new BigDecimal("12345678.90")) == 0));
        assertTrue(lines().map(line -> amount(line).remainder(BigDecimal.ONE))
                        .distinct()
                        .count()
                > 150);
    }

    @Test
    void haveEveryKindAClientMayPostAndOneClosing() {
        assertEquals(
                Set.of("JOURNAL", "COST", "CLOSING"),
                new HashSet<>(BOOKS.entries().stream()
                        .map(entry -> entry.kind().orElseThrow())
                        .toList()));
        assertEquals(
                1,
                BOOKS.entries().stream()
                        .filter(entry -> entry.kind().equals(Optional.of("CLOSING")))
                        .count());
    }

    @Test
    void closingBringsEveryResultAccountOfItsYearToZero() {
        Set<String> resultAccounts = new HashSet<>();
        BOOKS.accounts()
                .forEach(account -> account.statementLine().ifPresent(line -> resultAccounts.add(account.code())));

        for (String code : resultAccounts) {
            BigDecimal balance = BOOKS.entries().stream()
                    .filter(entry -> entry.postingDate().orElseThrow().startsWith("2024"))
                    .flatMap(entry -> entry.lines().stream())
                    .filter(line -> on(line, code))
                    .map(DemoBooksTest::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, balance.signum(), () -> "account " + code);
        }
    }

    @Test
    void useEveryLineOfTheStatement() {
        Set<String> used = new HashSet<>();
        BOOKS.accounts().stream()
                .filter(account -> anyLine(line -> on(line, account.code())))
                .forEach(account -> account.statementLine().ifPresent(used::add));

        assertEquals(13, used.size());
    }

    private static boolean anyLine(Predicate<LineCommand> test) {
        return lines().anyMatch(test);
    }

    private static Stream<LineCommand> lines() {
        return BOOKS.entries().stream().flatMap(entry -> entry.lines().stream());
    }

    private static boolean on(LineCommand line, String account) {
        return line.account().equals(Optional.of(account));
    }

    private static BigDecimal amount(LineCommand line) {
        return new BigDecimal(line.amount().orElseThrow());
    }
}
