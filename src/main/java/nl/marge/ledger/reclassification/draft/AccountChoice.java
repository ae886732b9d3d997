package nl.marge.ledger.reclassification.draft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.defaults.AccountPattern;

/** Accounts named by code, by the beginning of their codes ({@code 47*}) or by range ({@code 4000..4999}). */
final class AccountChoice {

    private AccountChoice() {}

    /** The ids of the accounts that {@code patterns} name; empty when there are none, which means every account. */
    static Optional<Set<Integer>> read(Reference reference, List<String> patterns, Violations violations) {
        if (patterns.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> ids = new TreeSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            Optional<AccountPattern> pattern = AccountPattern.read(patterns.get(i));
            List<Integer> found = reference.accounts().stream()
                    .filter(account ->
                            pattern.filter(read -> read.matches(account.code())).isPresent())
                    .map(Account::id)
                    .toList();
            if (found.isEmpty()) {
                violations.add(
                        "/selection/accounts/" + i,
                        ViolationCode.ACCOUNT_UNKNOWN,
                        "No account is \"" + Texts.excerpt(patterns.get(i)) + "\". Give " + AccountPattern.FORM + ".");
            }
            ids.addAll(found);
        }
        return Optional.of(ids);
    }
}
