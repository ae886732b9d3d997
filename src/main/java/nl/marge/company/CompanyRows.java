package nl.marge.company;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.kernel.Money;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/** Reads companies from the database. */
@ApplicationScoped
class CompanyRows {

    private final Database database;

    CompanyRows(Database database) {
        this.database = database;
    }

    /** The company of that code with the reference version it has now, both of one moment. */
    Optional<Known> find(String code) {
        return database.read(handle -> find(handle, code));
    }

    /** The same within the transaction of {@code handle}. */
    Optional<Known> find(Handle handle, String code) {
        return handle.createQuery("""
                        select c.id, c.code, c.name, c.currency, c.fiscal_year_start_month, c.time_zone, c.version,
                               k.reference_version
                        from company c
                        join company_counter k on k.company_id = c.id
                        where c.code = :code
                        """)
                .bind("code", code)
                .map((row, context) -> new Known(company(row), row.getLong("reference_version")))
                .findOne();
    }

    /** At most {@code limit} companies whose code comes after {@code after}, by code in byte order. */
    List<Company> page(String after, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select id, code, name, currency, fiscal_year_start_month, time_zone, version
                        from company
                        where code > :after
                        order by code
                        limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> company(row))
                .list());
    }

    private static Company company(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Company(
                row.getInt("id"),
                row.getString("code"),
                row.getString("name"),
                currency,
                Money.decimalsOf(currency),
                new FiscalCalendar(row.getInt("fiscal_year_start_month")),
                ZoneId.of(row.getString("time_zone")),
                row.getLong("version"));
    }

    /** A company, and the reference version at which it looked so. */
    record Known(Company company, long referenceVersion) {}
}
