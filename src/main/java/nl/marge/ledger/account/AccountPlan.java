package nl.marge.ledger.account;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;

/**
 * Decides what an upsert of accounts comes to: a pure function of the picture, the commands and which accounts have
 * lines.
 */
final class AccountPlan {

    /** The one purpose an account may have: what is spent on it wins customers rather than serves them. */
    static final String ACQUISITION = "ACQUISITION";

    private final Reference picture;
    private final Set<Integer> usedIds;
    private final Violations violations;
    private final Set<String> codes = new HashSet<>();

    /** A plan; everything that is wrong is noted in {@code violations}. */
    AccountPlan(Reference picture, Set<Integer> usedIds, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.usedIds = Set.copyOf(usedIds);
        this.violations = requireNonNull(violations, "violations");
    }

    /**
     * The changes, which count only when nothing is wrong.
     *
     * @param lastId the last id given to an account; new accounts get the ones after it
     * @param version the version of all that changes
     */
    Changes<Account> changes(List<AccountCommand> commands, int lastId, long version) {
        commands.forEach(this::check);
        List<Account> created = new ArrayList<>();
        List<Account> updated = new ArrayList<>();
        if (!violations.isEmpty()) {
            return new Changes<>(created, updated, 0);
        }
        for (AccountCommand command : commands) {
            Optional<Account> before = picture.account(command.code());
            if (before.isEmpty()) {
                created.add(account(command, lastId + 1 + created.size(), version));
            } else if (!account(command, before.get().id(), before.get().version())
                    .equals(before.get())) {
                updated.add(account(command, before.get().id(), version));
            }
        }
        return new Changes<>(created, updated, commands.size() - created.size() - updated.size());
    }

    private void check(AccountCommand command) {
        checkCode(command, command.code());
        checkTexts(command);
        Optional<AccountType> type = type(command);
        if (type.isEmpty()) {
            checkType(command);
        } else {
            checkStatementLine(command, type.get());
            picture.account(command.code()).ifPresent(before -> checkUse(command, before, type.get()));
        }
    }

    private void checkCode(AccountCommand command, String code) {
        if (!Codes.isCode(code)) {
            refuse(command, "code", ViolationCode.CODE_INVALID, named(command) + " is no code. Give " + Codes.FORM);
        } else if (!codes.add(code)) {
            refuse(
                    command,
                    "code",
                    ViolationCode.CODE_REPEATED,
                    "Account " + code + " is given twice. Give each account once");
        }
    }

    private void checkTexts(AccountCommand command) {
        command.name()
                .flatMap(Texts::nameFault)
                .ifPresent(fault -> refuse(
                        command, "name", ViolationCode.VALUE_INVALID, "The name of " + named(command) + " " + fault));
        if (command.purpose().filter(purpose -> !purpose.equals(ACQUISITION)).isPresent()) {
            refuse(
                    command,
                    "purpose",
                    ViolationCode.VALUE_INVALID,
                    "Purpose \"" + Texts.excerpt(command.purpose().get()) + "\" of " + named(command)
                            + " is not known. Give " + ACQUISITION + " or null");
        }
    }

    private void checkType(AccountCommand command) {
        String types = Arrays.stream(AccountType.values()).map(Enum::name).collect(Collectors.joining(", "));
        if (command.type().isEmpty()) {
            refuse(command, "type", ViolationCode.VALUE_MISSING, named(command) + " has no type. Give one of " + types);
        } else {
            refuse(
                    command,
                    "type",
                    ViolationCode.VALUE_INVALID,
                    "Type \"" + Texts.excerpt(command.type().get()) + "\" of " + named(command)
                            + " is not known. Give one of " + types);
        }
    }

    private void checkStatementLine(AccountCommand command, AccountType type) {
        Optional<String> code = command.statementLine();
        if (type.isProfitAndLoss() && code.isEmpty()) {
            refuse(
                    command,
                    "statementLine",
                    ViolationCode.STATEMENT_LINE_REQUIRED,
                    named(command) + " is of type " + type
                            + " and names no statement line. Name the line of the statement on which its amounts show");
        } else if (!type.isProfitAndLoss() && code.isPresent()) {
            refuse(
                    command,
                    "statementLine",
                    ViolationCode.STATEMENT_LINE_FORBIDDEN,
                    named(command) + " is of type " + type
                            + ", which stands on no statement line. Leave statementLine out, or make it REVENUE or"
                            + " EXPENSE");
        } else if (code.isPresent() && !isAmountLine(code.get())) {
            boolean subtotal = picture.statement().line(code.get()).isPresent();
            refuse(
                    command,
                    "statementLine",
                    ViolationCode.STATEMENT_LINE_UNKNOWN,
                    "Statement line \"" + Texts.excerpt(code.get()) + "\" of " + named(command)
                            + (subtotal ? " is a subtotal" : " does not exist")
                            + ". Name an AMOUNT line of the statement");
        }
    }

    /** Reports tie to the ledger because each amount keeps its side; a changed side would rewrite the past. */
    private void checkUse(AccountCommand command, Account before, AccountType type) {
        if (before.type().isSameSideAs(type) || !usedIds.contains(before.id())) {
            return;
        }
        refuse(
                command,
                "type",
                ViolationCode.FIXED_ONCE_POSTED,
                named(command) + " has ledger lines as " + before.type() + ", so it cannot become " + type
                        + ". Keep the type, or block this account and open another");
    }

    private boolean isAmountLine(String code) {
        return picture.statement()
                .line(code)
                .filter(StatementLine.Amount.class::isInstance)
                .isPresent();
    }

    private void refuse(AccountCommand command, String member, ViolationCode code, String message) {
        violations.add(command.place().member(member), code, message + ".");
    }

    private static Optional<AccountType> type(AccountCommand command) {
        return command.type().flatMap(text -> Arrays.stream(AccountType.values())
                .filter(type -> type.name().equals(text))
                .findFirst());
    }

    private static String named(AccountCommand command) {
        return "Account \"" + Texts.excerpt(command.code()) + "\"";
    }

    private static Account account(AccountCommand command, int id, long version) {
        return new Account(
                id,
                command.code(),
                command.name().orElse(command.code()),
                type(command).orElseThrow(),
                command.statementLine(),
                command.blocked(),
                command.purpose(),
                version);
    }
}
