package nl.marge.ledger.period;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.marge.ledger.setting.FiscalPeriod;

/** The log of period statuses, for appending. */
@ApplicationScoped
class PeriodRepository implements PanacheRepositoryBase<PeriodEntity, PeriodKey> {

    void append(int companyId, List<FiscalPeriod> periods) {
        for (FiscalPeriod period : periods) {
            PeriodEntity row = new PeriodEntity();
            row.companyId = companyId;
            row.scenario = period.scenario();
            row.period = period.period().toString();
            row.version = period.version();
            row.status = period.status().name();
            persist(row);
        }
        flush();
    }
}
