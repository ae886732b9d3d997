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

    /** Checks where cost is gathered: like {@link #accounts}, and a code alone must be one of revenue or cost. */
    public void costAccounts(Place place, String named, List<String> patterns) {
        accounts(place, named, patterns);
        for (int i = 0; i < patterns.size(); i++) {
            if (isCode(patterns.get(i))
                    && form.reference().account(patterns.get(i)).isPresent()) {
                costAccount(place.member(Integer.toString(i)), named, patterns.get(i));
            }
        }
    }

    /** Checks patterns. One that meets no account yet is let through, but a code alone must be that of an account. */
    public void accounts(Place place, String named, List<String> patterns) {
        form.count(place, named, patterns.size(), AccountSelection.PATTERNS_LIMIT);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            pattern(place.member(Integer.toString(i)), named, patterns.get(i), seen);
        }
    }

    private void pattern(Place place, String named, String text, Set<String> seen) {
        if (AccountPattern.read(text).isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(text) + "\" of " + SettingForm.inside(named) + " is no account. Give "
                            + AccountPattern.FORM + ".");
        } else if (!seen.add(text)) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    named + " names accounts \"" + Texts.excerpt(text) + "\" twice. Name them once.");
        } else if (isCode(text)) {
            known(place, named, text);
        }
    }

    private static boolean isCode(String text) {
        return AccountPattern.read(text)
                .filter(pattern -> pattern.from().equals(text))
                .isPresent();
    }

    private Optional<Account> known(Place place, String named, String code) {
        Optional<Account> account = form.reference().account(code);
        if (account.isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.ACCOUNT_UNKNOWN,
                    "Account \"" + Texts.excerpt(code) + "\" of " + SettingForm.inside(named)
                            + " does not exist. Create it first, or correct the code.");
        }
        return account;
    }

    private Optional<Account> costAccount(Place place, String named, String code) {
        Optional<Account> account = known(place, named, code);
        account.filter(found -> !found.type().isProfitAndLoss())
                .ifPresent(found -> form.refuse(
                        place,
                        ViolationCode.ACCOUNT_TYPE_NOT_ALLOWED,
                        "Account " + code + " of " + SettingForm.inside(named) + " is of type " + found.type()
                                + ". Name one of type REVENUE or EXPENSE."));
        return account;
    }

    /** Checks the account that cost arrives on. */
    public void target(Place place, String named, Optional<String> code) {
        code.flatMap(text -> costAccount(place, named, text))
                .filter(Account::blocked)
                .ifPresent(account -> form.refuse(
                        place,
                        ViolationCode.ACCOUNT_BLOCKED,
                        "Account " + account.code() + " of " + SettingForm.inside(named)
                                + " is blocked. Unblock it, or name another."));
    }
}
