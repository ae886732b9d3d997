package nl.marge.ledger.reclassification.lock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.ledger.setting.LockedDimensions;

/** The log of locked dimensions, for appending. */
@ApplicationScoped
class LockRepository implements PanacheRepositoryBase<LockEntity, LockKey> {

    void append(int companyId, LockedDimensions locked) {
        LockEntity row = new LockEntity();
        row.companyId = companyId;
        row.version = locked.version();
        row.dimensions = locked.content();
        persistAndFlush(row);
    }
}
