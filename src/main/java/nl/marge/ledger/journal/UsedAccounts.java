package nl.marge.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Remembers which accounts have lines, so that nobody has to search the ledger before changing or deleting one. */
@ApplicationScoped
class UsedAccounts {

    private final Map<Integer, Set<Integer>> knownByCompany = new ConcurrentHashMap<>();

    /** Notes accounts as used, in the transaction that appends their lines. */
    void note(Handle handle, int companyId, Set<Integer> accountIds) {
        Set<Integer> known = known(companyId);
        for (int accountId : accountIds) {
            if (!known.contains(accountId)) {
                handle.execute(
                        "insert ignore into account_use (company_id, account_id) values (?, ?)", companyId, accountId);
            }
        }
    }

    /** Says that what was noted is committed. */
    void committed(int companyId, Set<Integer> accountIds) {
        known(companyId).addAll(accountIds);
    }

    private Set<Integer> known(int companyId) {
        return knownByCompany.computeIfAbsent(companyId, id -> ConcurrentHashMap.newKeySet());
    }
}
