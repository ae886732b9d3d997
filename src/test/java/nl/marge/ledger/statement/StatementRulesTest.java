package nl.marge.ledger.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.Statement;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.StatementText;
import nl.marge.platform.json.JsonBody;
import org.junit.jupiter.api.Test;

/** Which lists of lines are a statement. Lines are written {@code S=REVENUE}, {@code C=COST}, {@code P:+S-C}. */
class StatementRulesTest {

    @Test
    void acceptsTheStandardStatementAsItIsKept() {
        Statement standard = Statement.standard();

        List<StatementLine> lines = StatementRules.check(read(StatementText.of(standard)), List.of());

        assertEquals(standard.lines(), lines);
    }

    @Test
    void acceptsAStatementWithoutNetRevenue() {
        assertEquals(3, check("S=REVENUE", "C=COST", "P:+S-C").size());
    }

    @Test
    void acceptsSubtotalsThatAddCosts() {
        assertEquals(
                5,
                check("S=REVENUE", "C=COST", "D=COST", "ALL:+C+D", "P:+S-ALL").size());
    }

    @Test
    void acceptsSubtotalThatAddsBackACost() {
        assertEquals(
                5, check("S=REVENUE", "C=COST", "R:+S-C", "MEMO:+R+C", "P:+R").size());
    }

    @Test
    void nameDefaultsToTheCode() {
        assertEquals("S", check("S=REVENUE", "P:+S").get(0).name());
    }

    @Test
    void refusesStatementWithoutLinesOrWithTooMany() {
        refuses("value_missing /lines", "The statement has no lines.");

        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add("C" + i + "=COST");
        }
        lines.add("P:-C1");
        refuses("value_invalid /lines", "The statement has 201 lines.", lines.toArray(String[]::new));
    }

    @Test
    void refusesIllFormedAndRepeatedCodes() {
        refuses("code_invalid /lines/0/code", "\"S S\" is no code", "S S=REVENUE", "P:+S S");
        refuses("code_repeated /lines/1/code", "Statement line S is given twice.", "S=REVENUE", "S=COST", "P:+S");
    }

    @Test
    void refusesUnknownKindAndNature() {
        refuses("value_missing /lines/0/kind", "Kind \"\" of line \"S\"", "{'code':'S'}");
        refuses("value_invalid /lines/0/kind", "Kind \"SUM\" of line \"S\"", "{'code':'S','kind':'SUM'}");
        refuses("value_missing /lines/0/nature", "Nature \"\" of line \"S\"", "{'code':'S','kind':'AMOUNT'}", "P:+S");
        refuses("value_invalid /lines/0/nature", "Nature \"INCOME\" of line \"S\"", "S=INCOME", "P:+S");
    }

    @Test
    void refusesNatureOfSubtotalAndPartsOfAmount() {
        refuses(
                "value_invalid /lines/1/nature",
                "Line \"P\" is a SUBTOTAL",
                "S=REVENUE",
                "{'code':'P','kind':'SUBTOTAL','nature':'COST','plus':['S']}");
        refuses(
                "value_invalid /lines/1/minus",
                "Line \"C\" is an AMOUNT",
                "S=REVENUE",
                "{'code':'C','kind':'AMOUNT','nature':'COST','minus':['S']}",
                "P:+S-C");
    }

    @Test
    void refusesPartsThatAreNotEarlierLines() {
        refuses(
                "statement_line_unknown /lines/1/plus/1",
                "Line \"X\", a part of subtotal \"P\", does not exist.",
                "S=REVENUE",
                "P:+S+X");
        refuses(
                "statement_line_unknown /lines/1/minus/0",
                "Line \"C\", a part of subtotal \"R\", does not stand before it.",
                "S=REVENUE",
                "R:+S-C",
                "C=COST",
                "P:+S-C");
        refuses(
                "statement_line_unknown /lines/1/plus/1",
                "Line \"P\", a part of subtotal \"P\", does not stand before it.",
                "S=REVENUE",
                "P:+S+P");
    }

    @Test
    void refusesSubtotalWithoutPartsOrWithAPartTwice() {
        refuses("value_missing /lines/1/plus", "Subtotal \"P\" has no parts.", "S=REVENUE", "P:");
        refuses(
                "code_repeated /lines/2/minus/1",
                "Subtotal \"P\" counts line C twice.",
                "S=REVENUE",
                "C=COST",
                "P:+S-C-C");
    }

    @Test
    void refusesStatementThatDoesNotEndWithTheProfit() {
        refuses("statement_incomplete /lines/2", "The last line C is an AMOUNT.", "S=REVENUE", "P:+S", "C=COST");
        refuses(
                "statement_incomplete /lines/2",
                "The last line P leaves out C, which is of nature COST.",
                "S=REVENUE",
                "C=COST",
                "P:+S");
    }

    @Test
    void refusesProfitWithAWrongSign() {
        refuses(
                "statement_incomplete /lines/2",
                "The last line P adds C, which is of nature COST. The profit takes off it",
                "S=REVENUE",
                "C=COST",
                "P:+S+C");
        refuses(
                "statement_incomplete /lines/1",
                "The last line P takes off S, which is of nature REVENUE. The profit adds it",
                "S=REVENUE",
                "P:-S");
    }

    @Test
    void refusesAnAmountThatIsCountedTwice() {
        refuses(
                "statement_incomplete /lines/3",
                "Subtotal P counts line C 2 times",
                "S=REVENUE",
                "C=COST",
                "R:+S-C",
                "P:+R-C");
    }

    @Test
    void refusesTwoHundredDoublingSubtotalsWithoutOverflow() {
        List<String> lines = new ArrayList<>(List.of("S=REVENUE", "A0:+S", "A1:+S+A0"));
        for (int i = 2; i < 198; i++) {
            lines.add("A" + i + ":+A" + (i - 1) + "+A" + (i - 2));
        }

        Refusal refusal = assertThrows(Refusal.class, () -> check(lines.toArray(String[]::new)));

        assertEquals(197, refusal.violationsTotal());
    }

    @Test
    void tellsAllViolationsOfFormAtOnce() {
        Refusal refusal = assertThrows(Refusal.class, () -> check("S S=REVENUE", "C=NONE", "P:+X-C-C"));

        assertEquals(
                List.of(
                        "code_invalid /lines/0/code",
                        "code_repeated /lines/2/minus/1",
                        "value_invalid /lines/1/nature",
                        "statement_line_unknown /lines/2/plus/0"),
                told(refusal));
        assertEquals(Refusal.Reason.ENTRY_REFUSED, refusal.reason());
    }

    @Test
    void keepsTheLinesThatAccountsMapTo() {
        List<Account> accounts = List.of(account("7000", "COGS"), account("7010", "COGS"), account("8000", "S"));

        Refusal refusal =
                assertThrows(Refusal.class, () -> StatementRules.check(read(json("S=REVENUE", "COGS:+S")), accounts));

        assertEquals(List.of("in_use /lines"), told(refusal));
        assertEquals(Refusal.Reason.CONFLICT, refusal.reason());
        assertTrue(refusal.getMessage()
                .startsWith("Statement line COGS has 2 accounts, such as 7000, so it must stay an AMOUNT line."));
    }

    @Test
    void doesNotReadUnknownMembers() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> read("{\"lines\":[{\"code\":\"S\",\"sign\":1}],\"name\":\"x\"}"));

        assertEquals(List.of("member_unknown /lines/0/sign", "member_unknown /name"), told(refusal));
    }

    private static void refuses(String told, String message, String... lines) {
        Refusal refusal = assertThrows(Refusal.class, () -> check(lines));
        assertEquals(List.of(told), told(refusal));
        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }

    private static List<String> told(Refusal refusal) {
        return refusal.violations().stream()
                .map(violation -> violation.code().code() + " " + ((Place.Pointer) violation.place()).pointer())
                .toList();
    }

    private static List<StatementLine> check(String... lines) {
        return StatementRules.check(read(json(lines)), List.of());
    }

    private static StatementCommand read(String json) {
        return JsonBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), StatementReader::read);
    }

    private static String json(String... lines) {
        List<String> objects = new ArrayList<>();
        for (String line : lines) {
            objects.add(line.startsWith("{") ? line : object(line));
        }
        return ("{'lines':[" + String.join(",", objects) + "]}").replace('\'', '"');
    }

    private static String object(String line) {
        if (line.contains("=")) {
            String[] parts = line.split("=");
            return "{'code':'" + parts[0] + "','kind':'AMOUNT','nature':'" + parts[1] + "'}";
        }
        String[] parts = line.split(":", -1);
        List<String> plus = new ArrayList<>();
        List<String> minus = new ArrayList<>();
        for (String part : parts[1].split("(?=[+-])")) {
            if (!part.isEmpty()) {
                (part.charAt(0) == '+' ? plus : minus).add("'" + part.substring(1) + "'");
            }
        }
        return "{'code':'" + parts[0] + "','kind':'SUBTOTAL','plus':" + plus + ",'minus':" + minus + "}";
    }

    private static Account account(String code, String line) {
        return new Account(1, code, code, AccountType.EXPENSE, Optional.of(line), false, Optional.empty(), 1);
    }
}
