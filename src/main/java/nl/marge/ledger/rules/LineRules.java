package nl.marge.ledger.rules;

import static nl.marge.ledger.rules.PostingRules.quoted;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.EntryAmounts.LineAmount;
import nl.marge.ledger.rules.EntryCommand.LineCommand;

/** The scales for the lines of one entry: amount, account, quantity, dates and dimensions of each. */
final class LineRules {

    private final Reference reference;
    private final EntryCommand command;
    private final Optional<LocalDate> postingDate;
    private final Optional<EntryKind> kind;
    private final Violations violations;
    private final LineShares shares;

    LineRules(
            Reference reference,
            EntryCommand command,
            Optional<LocalDate> postingDate,
            Optional<EntryKind> kind,
            Optional<UnassignedRules> unassigned,
            Violations violations) {
        this.reference = reference;
        this.command = command;
        this.postingDate = postingDate;
        this.kind = kind;
        this.violations = violations;
        this.shares = new LineShares(reference, kind, postingDate, unassigned, violations);
    }

    void resolveHeader() {
        shares.resolveHeader(command);
    }

    /** Weighs line {@code index}; empty when its account is not known. */
    Optional<DividedLine> weigh(int index, LineCommand line, LineAmount amount) {
        String pointer = "/lines/" + index;
        OptionalLong quantity = quantity(pointer, line);
        LocalDate membershipDate =
                membershipDate(pointer, line).or(() -> postingDate).orElse(Dates.FIRST);
        checkTexts(pointer, line);
        Optional<Account> account = account(pointer, line, amount);
        LineShares.Shares divided = shares.of(index, line, account, membershipDate);
        return account.map(found -> new DividedLine(
                new WeighedLine(
                        found.id(),
                        divided.whole().set(),
                        divided.whole().provenance(),
                        amount.amount(),
                        amount.currencyAmount(),
                        quantity,
                        membershipDate,
                        line.lineId(),
                        line.text()),
                divided));
    }

    private OptionalLong quantity(String pointer, LineCommand line) {
        if (line.quantity().isEmpty()) {
            return OptionalLong.empty();
        }
        if (Quantities.read(line.quantity().get()) instanceof Money.Reading.Amount quantity) {
            return OptionalLong.of(quantity.minorUnits());
        }
        violations.add(
                pointer + "/quantity",
                ViolationCode.QUANTITY_MALFORMED,
                "Quantity " + quoted(line.quantity().get())
                        + " is not a plain decimal number of up to 9 digits before and 6 after the point.");
        return OptionalLong.empty();
    }

    private Optional<LocalDate> membershipDate(String pointer, LineCommand line) {
        Optional<LocalDate> date = line.membershipDate().flatMap(Dates::read);
        if (line.membershipDate().isPresent() && date.isEmpty()) {
            violations.add(
                    pointer + "/membershipDate",
                    ViolationCode.MEMBERSHIP_DATE_INVALID,
                    "membershipDate " + quoted(line.membershipDate().get()) + " is not " + Dates.FORM + ".");
        }
        return date;
    }

    private void checkTexts(String pointer, LineCommand line) {
        if (line.text().isPresent() && line.text().get().length() > PostingRules.TEXT_LIMIT) {
            violations.add(
                    pointer + "/text",
                    ViolationCode.TEXT_INVALID,
                    "text has " + line.text().get().length() + " characters. Shorten it to " + PostingRules.TEXT_LIMIT
                            + ".");
        }
        if (line.lineId().isPresent() && !Codes.isCode(line.lineId().get())) {
            violations.add(
                    pointer + "/lineId",
                    ViolationCode.TEXT_INVALID,
                    "lineId " + quoted(line.lineId().get()) + " is not a code: " + Codes.FORM + ".");
        }
    }

    private Optional<Account> account(String pointer, LineCommand line, LineAmount amount) {
        Optional<Account> account = line.account().flatMap(reference::account);
        if (account.isEmpty()) {
            violations.add(
                    pointer + "/account",
                    ViolationCode.ACCOUNT_UNKNOWN,
                    line.account()
                            .map(code -> "Account " + quoted(code) + " does not exist. Create it first, or correct the"
                                    + " code.")
                            .orElse("The line names no account. Give the code of one."));
            return account;
        }
        if (account.get().blocked()) {
            violations.add(
                    pointer + "/account",
                    ViolationCode.ACCOUNT_BLOCKED,
                    "Account " + account.get().code() + " is blocked for new postings. Unblock it or post elsewhere.");
        }
        checkType(pointer, account.get(), amount);
        return account;
    }

    private void checkType(String pointer, Account account, LineAmount amount) {
        if (kind.equals(Optional.of(EntryKind.COST)) && !account.type().isProfitAndLoss()) {
            violations.add(
                    pointer + "/account",
                    ViolationCode.ACCOUNT_TYPE_NOT_ALLOWED,
                    "Account " + account.code() + " is of type " + account.type()
                            + "; an entry of kind COST takes REVENUE and EXPENSE only. Post it as JOURNAL.");
        }
        if (account.type() == AccountType.STATISTICAL && !amount.isZero()) {
            violations.add(
                    pointer + "/amount",
                    ViolationCode.ACCOUNT_TYPE_NOT_ALLOWED,
                    "Account " + account.code() + " is STATISTICAL and takes quantities only. Set the amount to 0.");
        }
    }
}
