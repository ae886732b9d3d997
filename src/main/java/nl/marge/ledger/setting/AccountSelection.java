package nl.marge.ledger.setting;

import java.util.List;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.setting.defaults.AccountPattern;

/**
 * Which accounts a setting is about: by code, by type, or both, where an account must satisfy both. Without either it
 * is about all REVENUE and EXPENSE accounts, so that a balance-sheet line never inherits a duty nobody meant for it
 * (domain.md R18).
 *
 * @param patterns empty = any code
 * @param types empty = any type
 */
public record AccountSelection(List<AccountPattern> patterns, List<AccountType> types) {

    /** Patterns in a setting at most: a longer list is a range that nobody wrote down. */
    public static final int PATTERNS_LIMIT = 1_000;

    public AccountSelection {
        patterns = List.copyOf(patterns);
        types = List.copyOf(types);
    }

    /** The selection of these patterns, all of them well formed. */
    public static AccountSelection of(List<String> patterns, List<AccountType> types) {
        return new AccountSelection(
                patterns.stream()
                        .map(pattern -> AccountPattern.read(pattern).orElseThrow())
                        .toList(),
                types);
    }

    /** The patterns as written. */
    public List<String> texts() {
        return patterns.stream().map(AccountPattern::text).toList();
    }

    /** Whether an account is meant. */
    public boolean includes(Account account) {
        if (patterns.isEmpty() && types.isEmpty()) {
            return account.type().isProfitAndLoss();
        }
        return (types.isEmpty() || types.contains(account.type()))
                && (patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(account.code())));
    }
}
