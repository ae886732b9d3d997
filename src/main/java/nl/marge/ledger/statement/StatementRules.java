package nl.marge.ledger.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.StatementLine.Nature;
import nl.marge.ledger.statement.StatementCommand.LineCommand;

/**
 * Whether a list of lines is a statement: every line is well formed, a subtotal counts earlier lines only, and the last
 * line is the profit, which counts every amount line once, so that what reports show equals the ledger to the cent.
 * Pure; finds everything that is wrong.
 */
final class StatementRules {

    /** Lines of a statement at most: reports carry every line for every row and column. */
    static final int LINES_LIMIT = 200;

    private static final Place LINES = Place.at("/lines");

    private final Violations violations = new Violations();
    private final Map<String, Integer> positionByCode = new HashMap<>();
    private final List<StatementLine> lines = new ArrayList<>();

    private StatementRules() {}

    /**
     * The lines of the statement that {@code command} describes.
     *
     * @param accounts those of the company; the lines they map to must stay
     * @throws nl.marge.kernel.Refusal with everything that is wrong
     */
    static List<StatementLine> check(StatementCommand command, List<Account> accounts) {
        StatementRules rules = new StatementRules();
        rules.checkForm(command.lines());
        if (rules.violations.isEmpty()) {
            rules.violations.addAll(new StatementCoverage(rules.lines).violations());
        }
        rules.checkAccounts(command, accounts);
        rules.violations.refuseContent();
        return rules.lines;
    }

    private void checkForm(List<LineCommand> commands) {
        if (commands.isEmpty() || commands.size() > LINES_LIMIT) {
            String found = commands.isEmpty() ? "no lines" : commands.size() + " lines";
            violations.add(
                    LINES,
                    commands.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                    "The statement has " + found + ". Give 1 to " + LINES_LIMIT + ", the last of them the profit.");
            return;
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            int place = i;
            commands.get(i).code().ifPresent(code -> places.putIfAbsent(code, place));
        }
        for (int i = 0; i < commands.size(); i++) {
            Place place = LINES.member(Integer.toString(i));
            String code = code(place, commands.get(i).code());
            line(place, code, commands.get(i), places).ifPresent(lines::add);
            positionByCode.putIfAbsent(code, i);
        }
    }

    private String code(Place place, Optional<String> given) {
        String code = given.orElse("");
        if (!Codes.isCode(code)) {
            violations.add(
                    place.member("code"),
                    ViolationCode.CODE_INVALID,
                    "\"" + Texts.excerpt(code) + "\" is no code for a statement line. Give " + Codes.FORM + ".");
        } else if (positionByCode.containsKey(code)) {
            violations.add(
                    place.member("code"),
                    ViolationCode.CODE_REPEATED,
                    "Statement line " + code + " is given twice. Give each line once.");
        }
        return code;
    }

    private Optional<StatementLine> line(Place place, String code, LineCommand command, Map<String, Integer> places) {
        String name = command.name().orElse(code);
        command.name()
                .flatMap(Texts::nameFault)
                .ifPresent(fault -> invalid(place.member("name"), "The name of line " + named(code) + " " + fault));
        String kind = command.kind().orElse("");
        switch (kind) {
            case StatementLine.AMOUNT -> {
                return amount(place, code, name, command);
            }
            case StatementLine.SUBTOTAL -> {
                return subtotal(place, code, name, command, places);
            }
            default -> {
                violations.add(
                        place.member("kind"),
                        kind.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                        "Kind \"" + Texts.excerpt(kind) + "\" of line " + named(code)
                                + " is not known. Give AMOUNT for a line that accounts map to, SUBTOTAL for a computed"
                                + " one.");
                return Optional.empty();
            }
        }
    }

    private Optional<StatementLine> amount(Place place, String code, String name, LineCommand command) {
        if (!command.plus().isEmpty() || !command.minus().isEmpty()) {
            invalid(
                    place.member(command.plus().isEmpty() ? "minus" : "plus"),
                    "Line " + named(code) + " is an AMOUNT, which takes its value from accounts. Leave out plus and"
                            + " minus, or make it a SUBTOTAL");
        }
        String text = command.nature().orElse("");
        for (Nature nature : Nature.values()) {
            if (nature.name().equals(text)) {
                return Optional.of(new StatementLine.Amount(code, name, nature));
            }
        }
        violations.add(
                place.member("nature"),
                text.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                "Nature \"" + Texts.excerpt(text) + "\" of line " + named(code)
                        + " is not known. Give REVENUE where a credit is positive, COST where a debit is.");
        return Optional.empty();
    }

    private Optional<StatementLine> subtotal(
            Place place, String code, String name, LineCommand command, Map<String, Integer> places) {
        if (command.nature().isPresent()) {
            invalid(
                    place.member("nature"),
                    "Line " + named(code) + " is a SUBTOTAL, whose sign comes from its parts. Leave out nature");
        }
        if (command.plus().isEmpty() && command.minus().isEmpty()) {
            violations.add(
                    place.member("plus"),
                    ViolationCode.VALUE_MISSING,
                    "Subtotal " + named(code) + " has no parts. Name earlier lines in plus or minus.");
        }
        List<String> seen = new ArrayList<>();
        checkParts(place.member("plus"), code, command.plus(), seen, places);
        checkParts(place.member("minus"), code, command.minus(), seen, places);
        return Optional.of(new StatementLine.Subtotal(code, name, command.plus(), command.minus()));
    }

    private void checkParts(
            Place place, String code, List<String> parts, List<String> seen, Map<String, Integer> places) {
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            Place at = place.member(Integer.toString(i));
            if (!positionByCode.containsKey(part)) {
                String why = places.containsKey(part) ? " does not stand before it" : " does not exist";
                violations.add(
                        at,
                        ViolationCode.STATEMENT_LINE_UNKNOWN,
                        "Line \"" + Texts.excerpt(part) + "\", a part of subtotal " + named(code) + "," + why
                                + ". A subtotal counts earlier lines.");
            } else if (seen.contains(part)) {
                violations.add(
                        at,
                        ViolationCode.CODE_REPEATED,
                        "Subtotal " + named(code) + " counts line " + part + " twice. Name it once.");
            }
            seen.add(part);
        }
    }

    /** Accounts keep their lines: a report must find every amount of the ledger on a line. */
    private void checkAccounts(StatementCommand command, List<Account> accounts) {
        Map<String, List<String>> accountsByLine = new TreeMap<>();
        for (Account account : accounts) {
            account.statementLine().ifPresent(line -> accountsByLine
                    .computeIfAbsent(line, key -> new ArrayList<>())
                    .add(account.code()));
        }
        for (LineCommand line : command.lines()) {
            if (line.kind().filter(StatementLine.AMOUNT::equals).isPresent()) {
                line.code().ifPresent(accountsByLine::remove);
            }
        }
        accountsByLine.forEach((line, codes) -> violations.add(
                LINES,
                ViolationCode.IN_USE,
                "Statement line " + line + " has " + codes.size() + " accounts, such as " + codes.get(0)
                        + ", so it must stay an AMOUNT line. Keep it, or map those accounts to another line first."));
    }

    private void invalid(Place place, String message) {
        violations.add(place, ViolationCode.VALUE_INVALID, message + ".");
    }

    private static String named(String code) {
        return "\"" + Texts.excerpt(code) + "\"";
    }
}
