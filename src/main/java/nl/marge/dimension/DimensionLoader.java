package nl.marge.dimension;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what changed in the dimensions of a company after a reference version; after 0 that is everything. */
@ApplicationScoped
class DimensionLoader {

    /** Rows fetched at a time, so that a million values never stand in the driver's memory as well. */
    private static final int FETCH_SIZE = 20_000;

    /** The changes after {@code version}, of the named parts only. All selects must see the same moment. */
    DimensionDelta changesAfter(Handle handle, int companyId, long version, Collection<String> parts) {
        boolean values = Parts.anyOfValues(parts);
        return new DimensionDelta(
                parts.contains(Parts.DIMENSIONS) ? Optional.of(dimensions(handle, companyId)) : Optional.empty(),
                values ? values(handle, companyId, version) : List.of(),
                values ? removedValues(handle, companyId, version) : List.of(),
                Parts.anyOfMemberships(parts) ? memberships(handle, companyId, version) : List.of());
    }

    /** All dimensions, values and memberships. */
    DimensionDelta everything(Handle handle, int companyId) {
        return changesAfter(handle, companyId, 0, Set.of(Parts.DIMENSIONS, Parts.values(0), Parts.memberships(0)));
    }

    private static List<Dimension> dimensions(Handle handle, int companyId) {
        return handle.createQuery("""
                        select id, code, name, blocked, version
                        from dimension
                        where company_id = :companyId
                        order by id
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> new Dimension(
                        row.getInt("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("blocked"),
                        row.getLong("version")))
                .list();
    }

    /** Uses dimension_value_version. */
    private static List<DimensionValue> values(Handle handle, int companyId, long version) {
        return after(handle.createQuery("""
                        select id, dimension_id, code, name, parent_id, valid_from, valid_to, blocked, purpose,
                               attributes, version
                        from dimension_value
                        where company_id = :companyId
                          and version > :version
                        """), companyId, version)
                .map((row, context) -> value(row))
                .list();
    }

    /** Uses dimension_value_history_version. */
    private static List<Integer> removedValues(Handle handle, int companyId, long version) {
        return after(handle.createQuery("""
                        select value_id
                        from dimension_value_history
                        where company_id = :companyId
                          and version > :version
                          and removed
                        order by value_id
                        """), companyId, version)
                .mapTo(Integer.class)
                .list();
    }

    /** Uses membership_version. A later row of the same value and day goes before an earlier one. */
    private static List<MembershipChange> memberships(Handle handle, int companyId, long version) {
        return after(handle.createQuery("""
                        select value_id, target_dimension_id, from_date, source_dimension_id, member_of_id, removed
                        from membership
                        where company_id = :companyId
                          and version > :version
                        order by version, value_id, target_dimension_id, from_date
                        """), companyId, version)
                .map((row, context) -> membership(row))
                .list();
    }

    private static Query after(Query query, int companyId, long version) {
        return query.bind("companyId", companyId).bind("version", version).setFetchSize(FETCH_SIZE);
    }

    /** A membership as its row, or one of its history, says it. */
    static MembershipChange membership(ResultSet row) throws SQLException {
        return new MembershipChange(
                row.getInt("target_dimension_id"),
                row.getInt("source_dimension_id"),
                new Membership(
                        row.getInt("value_id"),
                        Membership.day(row.getObject("from_date", LocalDate.class)),
                        row.getInt("member_of_id")),
                row.getBoolean("removed"));
    }

    /** A value as its row, or one of its history, says it. */
    static DimensionValue value(ResultSet row) throws SQLException {
        return new DimensionValue(
                row.getInt("id"),
                row.getInt("dimension_id"),
                row.getString("code"),
                row.getString("name"),
                row.getInt("parent_id"),
                date(row, "valid_from", LocalDate.MIN),
                date(row, "valid_to", LocalDate.MAX),
                row.getBoolean("blocked"),
                Optional.ofNullable(row.getString("purpose")),
                Attributes.read(row.getString("attributes")),
                row.getLong("version"));
    }

    private static LocalDate date(ResultSet row, String column, LocalDate open) throws SQLException {
        LocalDate date = row.getObject(column, LocalDate.class);
        return date == null ? open : date;
    }
}
