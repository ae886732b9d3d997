package nl.marge.ledger.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.DimensionBooks;
import nl.marge.dimension.DimensionReference;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts, values and days a rule is about. */
class SelectionTest {

    /** Patterns, types, an account and its type, and whether it is meant; neither patterns nor types: revenue and cost. */
    @ParameterizedTest
    @CsvSource({
        "'',            '',              8000,  REVENUE,     true",
        "'',            '',              4000,  EXPENSE,     true",
        "'',            '',              1300,  ASSET,       false",
        "'',            '',              9000,  STATISTICAL, false",
        "1300,          '',              1300,  ASSET,       true",
        "1300,          '',              13000, ASSET,       false",
        "47*,           '',              4712,  EXPENSE,     true",
        "47*,           '',              4800,  EXPENSE,     false",
        "4000..4999,    '',              4000,  EXPENSE,     true",
        "4000..4999,    '',              4999,  EXPENSE,     true",
        "4000..4999,    '',              49990, EXPENSE,     false",
        "4000..4999,    '',              45000, EXPENSE,     true",
        "'1300 47*',    '',              4712,  EXPENSE,     true",
        "'',            'ASSET EQUITY',  1300,  ASSET,       true",
        "'',            'ASSET EQUITY',  8000,  REVENUE,     false",
        "1*,            EXPENSE,         1300,  ASSET,       false",
        "4*,            EXPENSE,         4000,  EXPENSE,     true"
    })
    void meansAccounts(String patterns, String types, String code, AccountType type, boolean meant) {
        AccountSelection selection = AccountSelection.of(
                CodeList.read(patterns),
                CodeList.read(types).stream().map(AccountType::valueOf).toList());
        Optional<String> line = type.isProfitAndLoss() ? Optional.of("COGS") : Optional.empty();

        assertEquals(meant, selection.includes(new Account(1, code, code, type, line, false, Optional.empty(), 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "NL,        NL,   true",
        "NL,        DE,   false",
        "EU*,       NL,   true",
        "EU*,       EU,   true",
        "EU*,       USA,  false",
        "'EU* USA', USA,  true",
        "WORLD*,    NL,   true",
        "'DE BE',   NL,   false"
    })
    void meansValuesAndThoseBelow(String items, String value, boolean meant) {
        DimensionBooks books =
                new DimensionBooks().dimension("REGION", "WORLD", "EU<WORLD", "NL<EU", "DE<EU", "BE<EU", "USA<WORLD");
        DimensionReference reference = books.reference();

        assertEquals(
                meant, ValueSelection.of(CodeList.read(items)).contains(reference, books.valueId("REGION", value)));
    }

    @Test
    void holdsOnItsFirstAndLastDay() {
        Validity march = new Validity(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

        assertTrue(march.isOn(LocalDate.parse("2026-03-01")));
        assertTrue(march.isOn(LocalDate.parse("2026-03-31")));
        assertFalse(march.isOn(LocalDate.parse("2026-02-28")));
        assertFalse(march.isOn(LocalDate.parse("2026-04-01")));
        assertTrue(Validity.ALWAYS.isOn(LocalDate.parse("1900-01-01")));
        assertEquals(Optional.empty(), Validity.ALWAYS.first());
        assertEquals(Optional.of(LocalDate.parse("2026-03-31")), march.last());
    }

    @Test
    void keepsListsOfCodesAsText() {
        for (List<String> codes : Arrays.asList(List.<String>of(), List.of("A"), List.of("A", "47*", "4000..4999"))) {
            assertEquals(codes, CodeList.read(CodeList.text(codes)));
        }
    }
}
