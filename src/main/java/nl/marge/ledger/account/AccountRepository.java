package nl.marge.ledger.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.marge.kernel.Changes;
import nl.marge.ledger.Account;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of accounts, for writing, with their history. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<AccountEntity, AccountKey> {

    /** Rows in memory at a time: as many as go to the database in one batch. */
    private static final int CHUNK = 1_000;

    private final Database database;

    AccountRepository(Database database) {
        this.database = database;
    }

    /** The accounts that have lines, by id. */
    Set<Integer> usedIds(int companyId) {
        return database.read(handle -> handle.createQuery("""
                        select account_id
                        from account_use
                        where company_id = :companyId
                        order by account_id
                        """)
                .bind("companyId", companyId)
                .mapTo(Integer.class)
                .set());
    }

    /** Writes the changes, all of that version, and logs them. */
    void write(int companyId, Changes<Account> changes, long version) {
        inChunks(changes.created(), chunk -> insert(companyId, chunk));
        inChunks(changes.updated(), chunk -> update(companyId, chunk));
        log(companyId, changes.created(), version, false);
        log(companyId, changes.updated(), version, false);
    }

    /** Removes an account, and logs that it went with {@code version}. */
    void remove(int companyId, Account account, long version) {
        deleteById(new AccountKey(companyId, account.id()));
        flush();
        log(companyId, List.of(account), version, true);
    }

    private int insert(int companyId, List<Account> accounts) {
        for (Account account : accounts) {
            AccountEntity entity = new AccountEntity();
            entity.companyId = companyId;
            entity.id = account.id();
            entity.code = account.code();
            entity.copy(account);
            persist(entity);
        }
        return accounts.size();
    }

    private int update(int companyId, List<Account> accounts) {
        Map<Integer, Account> accountById =
                accounts.stream().collect(Collectors.toMap(Account::id, Function.identity()));
        List<AccountEntity> entities = list("companyId = ?1 and id in ?2", companyId, accountById.keySet());
        entities.forEach(entity -> entity.copy(accountById.get(entity.id)));
        return entities.size();
    }

    private void inChunks(List<Account> accounts, Function<List<Account>, Integer> write) {
        for (int first = 0; first < accounts.size(); first += CHUNK) {
            List<Account> chunk = accounts.subList(first, Math.min(first + CHUNK, accounts.size()));
            if (write.apply(chunk) != chunk.size()) {
                throw new IllegalStateException("accounts are missing in the database among " + chunk);
            }
            flush();
            getEntityManager().clear();
        }
    }

    /** Appends to the history that reports as known at an earlier time read. */
    private void log(int companyId, List<Account> accounts, long version, boolean removed) {
        if (!accounts.isEmpty()) {
            database.read(handle -> logged(handle, companyId, accounts, version, removed));
        }
    }

    private static int[] logged(Handle handle, int companyId, List<Account> accounts, long version, boolean removed) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into account_history
                  (company_id, account_id, version, code, name, type, statement_line, blocked, purpose, removed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        for (Account account : accounts) {
            batch.add(
                    companyId,
                    account.id(),
                    version,
                    account.code(),
                    account.name(),
                    account.type().name(),
                    account.statementLine().orElse(null),
                    account.blocked(),
                    account.purpose().orElse(null),
                    removed);
        }
        return batch.execute();
    }
}
