package nl.marge.allocation.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import nl.marge.allocation.setting.Capacity;
import nl.marge.allocation.setting.CostPool;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.ledger.setting.CodeList;
import nl.marge.platform.Database;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of cost pools and capacities, for appending in the running transaction. */
@ApplicationScoped
class PoolStore {

    private final Database database;

    PoolStore(Database database) {
        this.database = database;
    }

    /** Says what the pools are from this change on, or that there are none such any more. */
    void append(ReferenceChange change, List<CostPool> pools, boolean removed) {
        if (pools.isEmpty()) {
            return;
        }
        database.read(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    insert into cost_pool (company_id, code, version, removed, name, accounts, filter, unit)
                    values (:companyId, :code, :version, :removed, :name, :accounts, :filter, :unit)
                    """);
            for (CostPool pool : pools) {
                insert.bind("companyId", change.companyId())
                        .bind("code", pool.code())
                        .bind("version", change.version())
                        .bind("removed", removed)
                        .bind("name", pool.name())
                        .bind("accounts", CodeList.text(pool.accounts()))
                        .bind("filter", pool.filter())
                        .bind("unit", pool.unit().orElse(null))
                        .add();
            }
            return insert.execute();
        });
    }

    /** Says a pool's capacities. */
    void appendCapacities(ReferenceChange change, String pool, List<Capacity> capacities) {
        for (Capacity capacity : capacities) {
            append(change, pool, capacity.period(), capacity.practical());
        }
    }

    /** Takes a pool's capacities of these periods back. */
    void takeBack(ReferenceChange change, String pool, List<YearMonth> periods) {
        for (YearMonth period : periods) {
            append(change, pool, period, null);
        }
    }

    private void append(ReferenceChange change, String pool, YearMonth period, BigDecimal practical) {
        database.read(handle -> handle.createUpdate("""
                        insert into pool_capacity (company_id, pool, period, version, practical)
                        values (:companyId, :pool, :period, :version, :practical)
                        """)
                .bind("companyId", change.companyId())
                .bind("pool", pool)
                .bind("period", period.toString())
                .bind("version", change.version())
                .bind("practical", practical)
                .execute());
    }
}
