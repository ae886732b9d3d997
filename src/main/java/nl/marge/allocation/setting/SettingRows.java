package nl.marge.allocation.setting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.allocation.setting.Driver.FromLedger;
import nl.marge.allocation.setting.Driver.Measure;
import nl.marge.allocation.setting.Driver.Negative;
import nl.marge.ledger.setting.CodeList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads the settings of a company as they stood at a reference version. */
final class SettingRows {

    private final Handle handle;
    private final int companyId;
    private final long version;

    SettingRows(Handle handle, int companyId, long version) {
        this.handle = handle;
        this.companyId = companyId;
        this.version = version;
    }

    AllocationSettings settings() {
        return new AllocationSettings(version, pools(), capacities(), drivers(), cycles());
    }

    private List<CostPool> pools() {
        return list("""
                select t.code, t.name, t.accounts, t.filter, t.unit, t.version
                from cost_pool t
                where t.company_id = :companyId
                  and not t.removed
                  and t.version = (
                    select max(l.version)
                    from cost_pool l
                    where l.company_id = t.company_id
                      and l.code = t.code
                      and l.version <= :version)
                order by t.code
                """, (row, context) -> pool(row));
    }

    private Map<String, List<Capacity>> capacities() {
        Map<String, List<Capacity>> byPool = new TreeMap<>();
        list("""
                select t.pool, t.period, t.practical
                from pool_capacity t
                where t.company_id = :companyId
                  and t.practical is not null
                  and t.version = (
                    select max(l.version)
                    from pool_capacity l
                    where l.company_id = t.company_id
                      and l.pool = t.pool
                      and l.period = t.period
                      and l.version <= :version)
                order by t.pool, t.period
                """, (row, context) -> byPool.computeIfAbsent(row.getString("pool"), none -> new ArrayList<>())
                .add(new Capacity(YearMonth.parse(row.getString("period")), row.getBigDecimal("practical"))));
        return byPool;
    }

    private List<Driver> drivers() {
        return list("""
                select t.code, t.name, t.unit, t.receivers, t.negative, t.measure, t.distinct_dimension, t.accounts,
                  t.filter, t.version
                from driver t
                where t.company_id = :companyId
                  and not t.removed
                  and t.version = (
                    select max(l.version)
                    from driver l
                    where l.company_id = t.company_id
                      and l.code = t.code
                      and l.version <= :version)
                order by t.code
                """, (row, context) -> driver(row));
    }

    private List<AllocationCycle> cycles() {
        return list(
                """
                select t.code, t.name, t.definition, t.version
                from allocation_cycle t
                where t.company_id = :companyId
                  and not t.removed
                  and t.version = (
                    select max(l.version)
                    from allocation_cycle l
                    where l.company_id = t.company_id
                      and l.code = t.code
                      and l.version <= :version)
                order by t.code
                """,
                (row, context) -> new AllocationCycle(
                        row.getString("code"),
                        row.getString("name"),
                        CycleText.read(row.getString("definition")),
                        row.getLong("version")));
    }

    private <T> List<T> list(String sql, RowMapper<T> mapper) {
        return handle.createQuery(sql)
                .bind("companyId", companyId)
                .bind("version", version)
                .map(mapper)
                .list();
    }

    private static CostPool pool(ResultSet row) throws SQLException {
        return new CostPool(
                row.getString("code"),
                row.getString("name"),
                CodeList.read(row.getString("accounts")),
                row.getString("filter"),
                Optional.ofNullable(row.getString("unit")),
                row.getLong("version"));
    }

    private static Driver driver(ResultSet row) throws SQLException {
        return new Driver(
                row.getString("code"),
                row.getString("name"),
                row.getString("unit"),
                CodeList.read(row.getString("receivers")),
                Negative.valueOf(row.getString("negative")),
                fromLedger(row),
                row.getLong("version"));
    }

    private static Optional<FromLedger> fromLedger(ResultSet row) throws SQLException {
        String measure = row.getString("measure");
        return measure == null
                ? Optional.empty()
                : Optional.of(new FromLedger(
                        Measure.valueOf(measure),
                        Optional.ofNullable(row.getString("distinct_dimension")),
                        CodeList.read(row.getString("accounts")),
                        row.getString("filter")));
    }
}
