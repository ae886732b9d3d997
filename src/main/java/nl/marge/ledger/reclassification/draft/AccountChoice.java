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

/** Accounts named by code, by the beginning of their codes ({@code 47*}) or from one to another ({@code 4000..4999}). */
final class AccountChoice {

    private static final String RANGE = "..";

    private AccountChoice() {}

    /** The ids of the accounts that {@code patterns} name; empty when there are none, which means every account. */
    static Optional<Set<Integer>> read(Reference reference, List<String> patterns, Violations violations) {
        if (patterns.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> ids = new TreeSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            List<Integer> found = reference.accounts().stream()
                    .filter(account -> matches(pattern, account.code()))
                    .map(Account::id)
                    .toList();
            if (found.isEmpty()) {
                violations.add(
                        "/selection/accounts/" + i,
                        ViolationCode.ACCOUNT_UNKNOWN,
                        "No account is \"" + Texts.excerpt(pattern)
                                + "\". Give a code, its beginning such as 47*, or a range such as 4000..4999.");
            }
            ids.addAll(found);
        }
        return Optional.of(ids);
    }

    private static boolean matches(String pattern, String code) {
        int range = pattern.indexOf(RANGE);
        if (code.equals(pattern)) {
            return true;
        }
        if (pattern.endsWith("*")) {
            return code.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return range > 0
                && code.compareTo(pattern.substring(0, range)) >= 0
                && code.compareTo(pattern.substring(range + RANGE.length())) <= 0;
    }
}
