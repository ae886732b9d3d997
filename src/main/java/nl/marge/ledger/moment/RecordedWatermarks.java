package nl.marge.ledger.moment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.Watermark;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/**
 * What was recorded up to an instant. Within a company numbers, versions and instants rise together, so it is a prefix
 * of all three.
 */
@ApplicationScoped
class RecordedWatermarks {

    private final Database database;

    RecordedWatermarks(Database database) {
        this.database = database;
    }

    /** The last entry and the last reference version recorded at {@code instant} or before; 0 where there is none. */
    Watermark at(Company company, Instant instant) {
        if (instant.isBefore(Instant.EPOCH)) {
            return new Watermark(0, 0);
        }
        // The database keeps microseconds, so what is finer tells nothing.
        LocalDateTime at = CompanyCounters.utc(instant.truncatedTo(ChronoUnit.MICROS));
        return database.readAtOneMoment(
                handle -> new Watermark(number(handle, company.id(), at), referenceVersion(handle, company.id(), at)));
    }

    /** Index: posting_batch_recorded. */
    private static long number(Handle handle, int companyId, LocalDateTime instant) {
        return handle.createQuery("""
                        select first_number + entry_count - 1
                        from posting_batch
                        where company_id = :companyId
                          and recorded_at <= :instant
                        order by recorded_at desc, first_number desc
                        limit 1
                        """)
                .bind("companyId", companyId)
                .bind("instant", instant)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Index: reference_change_recorded. */
    private static long referenceVersion(Handle handle, int companyId, LocalDateTime instant) {
        return handle.createQuery("""
                        select version
                        from reference_change
                        where company_id = :companyId
                          and recorded_at <= :instant
                        order by recorded_at desc, version desc
                        limit 1
                        """)
                .bind("companyId", companyId)
                .bind("instant", instant)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
