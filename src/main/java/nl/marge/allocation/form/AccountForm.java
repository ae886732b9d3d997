package nl.marge.allocation.form;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.Account;
import nl.marge.ledger.setting.AccountSelection;
import nl.marge.ledger.setting.defaults.AccountPattern;

/** Checks the accounts that cost comes from or arrives on. Only revenue and cost can be allocated. */
public final class AccountForm {

    private final SettingForm form;

    public AccountForm(SettingForm form) {
        this.form = requireNonNull(form, "form");
    }

    /** Checks patterns. One that meets no account yet is let through, but a code alone must be that of an account. */
    public void patterns(Place place, String named, List<String> patterns) {
        form.count(place, named, patterns.size(), AccountSelection.PATTERNS_LIMIT);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            pattern(place.member(Integer.toString(i)), named, patterns.get(i), seen);
        }
    }

    private void pattern(Place place, String named, String text, Set<String> seen) {
        Optional<AccountPattern> pattern = AccountPattern.read(text);
        if (pattern.isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(text) + "\" of " + named + " is no account. Give " + AccountPattern.FORM
                            + ".");
        } else if (!seen.add(text)) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    named + " names accounts \"" + Texts.excerpt(text) + "\" twice. Name them once.");
        } else if (pattern.get().from().equals(text)) {
            account(place, named, text);
        }
    }

    /** The account of that code when it is one that an amount of revenue or cost can stand on. */
    public Optional<Account> account(Place place, String named, String code) {
        Optional<Account> account = form.reference().account(code);
        if (account.isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.ACCOUNT_UNKNOWN,
                    "Account \"" + Texts.excerpt(code) + "\" of " + named
                            + " does not exist. Create it first, or correct the code.");
        } else if (!account.get().type().isProfitAndLoss()) {
            form.refuse(
                    place,
                    ViolationCode.ACCOUNT_TYPE_NOT_ALLOWED,
                    "Account " + code + " of " + named + " is of type "
                            + account.get().type() + ". Name one of type REVENUE or EXPENSE.");
            return Optional.empty();
        }
        return account;
    }

    /** Checks the account that cost arrives on. */
    public void target(Place place, String named, Optional<String> code) {
        code.flatMap(text -> account(place, named, text))
                .filter(Account::blocked)
                .ifPresent(account -> form.refuse(
                        place,
                        ViolationCode.ACCOUNT_BLOCKED,
                        "Account " + account.code() + " of " + named + " is blocked. Unblock it, or name another."));
    }
}
