package nl.marge.dimension;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads what leads from the dimensions of a company as they are back to an earlier reference version: only what changed
 * since, so a picture of then shares the rest with the picture of now.
 */
@ApplicationScoped
class DimensionHistory {

    /** Rows fetched at a time, so that a million values never stand in the driver's memory as well. */
    private static final int FETCH_SIZE = 20_000;

    /** What to apply to the picture that {@code handle} sees. All selects must see the same moment. */
    DimensionDelta backTo(Handle handle, int companyId, long version) {
        List<Then> values = values(handle, companyId, version);
        return new DimensionDelta(
                Optional.of(dimensions(handle, companyId, version)),
                values.stream().flatMap(then -> then.value().stream()).toList(),
                values.stream()
                        .filter(then -> then.value().isEmpty())
                        .map(Then::id)
                        .toList(),
                memberships(handle, companyId, version));
    }

    private static List<Dimension> dimensions(Handle handle, int companyId, long version) {
        return handle.createQuery("""
                        select h.dimension_id, h.code, h.name, h.blocked, h.version
                        from dimension_history h
                        where h.company_id = :companyId
                          and not h.removed
                          and h.version = (
                            select max(last.version)
                            from dimension_history last
                            where last.company_id = h.company_id
                              and last.dimension_id = h.dimension_id
                              and last.version <= :version)
                        order by h.dimension_id
                        """)
                .bind("companyId", companyId)
                .bind("version", version)
                .map((row, context) -> new Dimension(
                        row.getInt("dimension_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("blocked"),
                        row.getLong("version")))
                .list();
    }

    /** Each value that changed since. */
    private static List<Then> values(Handle handle, int companyId, long version) {
        return after(handle.createQuery("""
                        select
                          changed.value_id as id, h.dimension_id, h.code, h.name, h.parent_id, h.valid_from, h.valid_to,
                          h.blocked, h.purpose, h.attributes, h.version, coalesce(not h.removed, false) as known
                        from (
                          select distinct value_id
                          from dimension_value_history
                          where company_id = :companyId
                            and version > :version) changed
                        left join dimension_value_history h
                          on h.company_id = :companyId
                          and h.value_id = changed.value_id
                          and h.version = (
                            select max(last.version)
                            from dimension_value_history last
                            where last.company_id = :companyId
                              and last.value_id = changed.value_id
                              and last.version <= :version)
                        order by changed.value_id
                        """), companyId, version)
                .map((row, context) -> new Then(
                        row.getInt("id"),
                        row.getBoolean("known") ? Optional.of(DimensionLoader.value(row)) : Optional.empty()))
                .list();
    }

    /** Each membership that was said or taken back since, as it stood then: taken back where it was not yet said. */
    private static List<MembershipChange> memberships(Handle handle, int companyId, long version) {
        return after(handle.createQuery("""
                        select
                          changed.value_id, changed.target_dimension_id, changed.from_date, m.source_dimension_id,
                          m.member_of_id, coalesce(m.removed, true) as removed
                        from (
                          select distinct value_id, target_dimension_id, from_date
                          from membership
                          where company_id = :companyId
                            and version > :version) changed
                        left join membership m
                          on m.company_id = :companyId
                          and m.value_id = changed.value_id
                          and m.target_dimension_id = changed.target_dimension_id
                          and m.from_date = changed.from_date
                          and m.version = (
                            select max(last.version)
                            from membership last
                            where last.company_id = :companyId
                              and last.value_id = changed.value_id
                              and last.target_dimension_id = changed.target_dimension_id
                              and last.from_date = changed.from_date
                              and last.version <= :version)
                        """), companyId, version)
                .map((row, context) -> DimensionLoader.membership(row))
                .list();
    }

    private static Query after(Query query, int companyId, long version) {
        return query.bind("companyId", companyId).bind("version", version).setFetchSize(FETCH_SIZE);
    }

    /** A value as it stood then; empty where it was not known yet, or no longer. */
    private record Then(int id, Optional<DimensionValue> value) {}
}
