package nl.marge.company;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.kernel.Money;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/** What a company was at each of its reference versions. */
@ApplicationScoped
class CompanyHistory {

    private final Database database;

    CompanyHistory(Database database) {
        this.database = database;
    }

    /** Appends how the company stands from its version on, in the running transaction. */
    void log(Company company) {
        database.read(handle -> handle.createUpdate("""
                        insert into company_history
                          (company_id, version, name, currency, fiscal_year_start_month, time_zone)
                        values (:companyId, :version, :name, :currency, :startMonth, :timeZone)
                        """)
                .bind("companyId", company.id())
                .bind("version", company.version())
                .bind("name", company.name())
                .bind("currency", company.currency())
                .bind("startMonth", company.calendar().startMonth())
                .bind("timeZone", company.timeZone().getId())
                .execute());
    }

    /** The company as it stood at a reference version; empty before its first. */
    Optional<Company> at(Handle handle, Company company, long version) {
        return handle.createQuery("""
                        select version, name, currency, fiscal_year_start_month, time_zone
                        from company_history
                        where company_id = :companyId
                          and version <= :version
                        order by version desc
                        limit 1
                        """)
                .bind("companyId", company.id())
                .bind("version", version)
                .map((row, context) -> new Company(
                        company.id(),
                        company.code(),
                        row.getString("name"),
                        row.getString("currency"),
                        Money.decimalsOf(row.getString("currency")),
                        new FiscalCalendar(row.getInt("fiscal_year_start_month")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getLong("version")))
                .findOne();
    }
}
