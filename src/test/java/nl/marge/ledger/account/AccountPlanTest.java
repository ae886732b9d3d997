package nl.marge.ledger.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Changes;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.Statement;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.PostingSettings;
import org.junit.jupiter.api.Test;

/** What an upsert of accounts comes to. */
class AccountPlanTest {

    private static final Account SALES = account(1, "8000", AccountType.REVENUE, Optional.of("GROSS_REVENUE"));
    private static final Account BANK = account(2, "1000", AccountType.ASSET, Optional.empty());
    private static final Account HOURS = account(3, "9000", AccountType.STATISTICAL, Optional.empty());

    @Test
    void createsAccountsWithTheNextIdsInOrder() {
        Changes<Account> changes =
                plan(given("7000").expense("COGS"), given("1300").type("ASSET"));

        assertEquals(
                List.of(
                        new Account(
                                10,
                                "7000",
                                "7000",
                                AccountType.EXPENSE,
                                Optional.of("COGS"),
                                false,
                                Optional.empty(),
                                5),
                        new Account(
                                11, "1300", "1300", AccountType.ASSET, Optional.empty(), false, Optional.empty(), 5)),
                changes.created());
        assertEquals(List.of(), changes.updated());
    }

    @Test
    void leavesAnIdenticalAccountAlone() {
        Changes<Account> changes =
                plan(given("8000").name("8000").type("REVENUE").line("GROSS_REVENUE"));

        assertTrue(changes.isEmpty());
        assertEquals(1, changes.unchanged());
    }

    @Test
    void replacesWholly() {
        Changes<Account> changes =
                plan(given("8000").type("REVENUE").line("GROSS_REVENUE").purpose("ACQUISITION"));

        assertEquals(
                List.of(new Account(
                        1,
                        "8000",
                        "8000",
                        AccountType.REVENUE,
                        Optional.of("GROSS_REVENUE"),
                        false,
                        Optional.of("ACQUISITION"),
                        5)),
                changes.updated());
    }

    @Test
    void revenueOrExpenseNeedsAStatementLine() {
        refuses(
                "statement_line_required /0/statementLine",
                "Account \"7000\" is of type EXPENSE and names no statement line.",
                given("7000").type("EXPENSE"));
    }

    @Test
    void othersTakeNoStatementLine() {
        refuses(
                "statement_line_forbidden /0/statementLine",
                "Account \"1300\" is of type ASSET, which stands on no statement line.",
                given("1300").type("ASSET").line("COGS"));
    }

    @Test
    void statementLineMustExist() {
        refuses(
                "statement_line_unknown /0/statementLine",
                "Statement line \"COGGS\" of Account \"7000\" does not exist.",
                given("7000").expense("COGGS"));
    }

    @Test
    void statementLineMustNotBeASubtotal() {
        refuses(
                "statement_line_unknown /0/statementLine",
                "Statement line \"CM1\" of Account \"7000\" is a subtotal.",
                given("7000").expense("CM1"));
    }

    @Test
    void typeMustBeKnown() {
        refuses("value_missing /0/type", "Account \"7000\" has no type.", given("7000"));
        refuses(
                "value_invalid /0/type",
                "Type \"COST\" of Account \"7000\"",
                given("7000").type("COST"));
    }

    @Test
    void codeMustBeWellFormedAndGivenOnce() {
        refuses(
                "code_invalid /0/code",
                "Account \"a b\" is no code.",
                given("a b").type("ASSET"));
        refuses("code_invalid /0/code", "Account \"\" is no code.", given("").type("ASSET"));
        refuses(
                "code_repeated /1/code",
                "Account 1300 is given twice.",
                given("1300").type("ASSET"),
                given("1300").type("ASSET"));
    }

    @Test
    void nameAndPurposeMustBeUsable() {
        refuses(
                "value_invalid /0/name",
                "The name of Account \"1300\" is empty.",
                given("1300").type("ASSET").name(" "));
        refuses(
                "value_invalid /0/purpose",
                "Purpose \"RETENTION\" of Account \"1300\" is not known.",
                given("1300").type("ASSET").purpose("RETENTION"));
    }

    @Test
    void tellsAllViolationsInOrderOfPrecedence() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> plan(
                        given("7000").type("EXPENSE"),
                        given("7001").expense("NONE").name(""),
                        given("?").type("ASSET")));

        assertEquals(
                List.of(
                        "code_invalid /2/code",
                        "value_invalid /1/name",
                        "statement_line_unknown /1/statementLine",
                        "statement_line_required /0/statementLine"),
                told(refusal));
        assertEquals(Refusal.Reason.ENTRY_REFUSED, refusal.reason());
    }

    @Test
    void accountWithLinesKeepsItsSide() {
        for (Given changed : List.of(
                given("8000").type("ASSET"),
                given("1000").expense("COGS"),
                given("9000").type("ASSET"),
                given("1000").type("STATISTICAL"))) {
            Refusal refusal = assertThrows(Refusal.class, () -> plan(List.of(changed.command(0)), Set.of(1, 2, 3)));

            assertEquals(List.of("fixed_once_posted /0/type"), told(refusal));
            assertEquals(Refusal.Reason.CONFLICT, refusal.reason());
        }
    }

    @Test
    void accountWithLinesMayChangeWithinItsSide() {
        Changes<Account> changes = plan(
                List.of(
                        given("8000").expense("DEDUCTIONS").command(0),
                        given("1000").type("LIABILITY").command(1)),
                Set.of(1, 2, 3));

        assertEquals(2, changes.updated().size());
    }

    @Test
    void accountWithoutLinesMayChangeItsSide() {
        assertEquals(1, plan(given("8000").type("ASSET")).updated().size());
    }

    private static void refuses(String told, String message, Given... given) {
        Refusal refusal = assertThrows(Refusal.class, () -> plan(given));
        assertEquals(List.of(told), told(refusal));
        assertTrue(
                refusal.violations().get(0).message().startsWith(message),
                refusal.violations().get(0).message());
    }

    private static List<String> told(Refusal refusal) {
        return refusal.violations().stream()
                .map(violation -> violation.code().code() + " " + pointer(violation))
                .toList();
    }

    private static String pointer(Violation violation) {
        return ((Place.Pointer) violation.place()).pointer();
    }

    private static Changes<Account> plan(Given... given) {
        List<AccountCommand> commands = new ArrayList<>();
        for (Given one : given) {
            commands.add(one.command(commands.size()));
        }
        return plan(commands, Set.of());
    }

    private static Changes<Account> plan(List<AccountCommand> commands, Set<Integer> usedIds) {
        Company company =
                new Company(1, "ACME", "Acme", "EUR", 2, new FiscalCalendar(1), ZoneId.of("Europe/Amsterdam"), 1);
        Reference picture = new Reference(
                company,
                4,
                List.of(SALES, BANK, HOURS),
                Statement.standard(),
                new DimensionReference(List.of(), List.of(), Map.of(), Map.of()),
                PostingSettings.NONE);
        Violations violations = new Violations();
        Changes<Account> changes = new AccountPlan(picture, usedIds, violations).changes(commands, 9, 5);
        violations.refuseContent();
        return changes;
    }

    private static Account account(int id, String code, AccountType type, Optional<String> line) {
        return new Account(id, code, code, type, line, false, Optional.empty(), 2);
    }

    private static Given given(String code) {
        return new Given(code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An account as a caller may give it. */
    private record Given(
            String code,
            Optional<String> name,
            Optional<String> type,
            Optional<String> line,
            Optional<String> purpose) {

        Given name(String value) {
            return new Given(code, Optional.of(value), type, line, purpose);
        }

        Given type(String value) {
            return new Given(code, name, Optional.of(value), line, purpose);
        }

        Given line(String value) {
            return new Given(code, name, type, Optional.of(value), purpose);
        }

        Given purpose(String value) {
            return new Given(code, name, type, line, Optional.of(value));
        }

        Given expense(String value) {
            return type("EXPENSE").line(value);
        }

        AccountCommand command(int index) {
            return new AccountCommand(Place.at("/" + index), code, name, type, line, false, purpose);
        }
    }
}
