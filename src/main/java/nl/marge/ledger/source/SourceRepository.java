package nl.marge.ledger.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.kernel.Changes;
import nl.marge.ledger.setting.SourceSetting;

/** The rows of sources, for writing. */
@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<SourceEntity, SourceKey> {

    void write(int companyId, Changes<SourceSetting> changes) {
        for (SourceSetting setting : changes.created()) {
            SourceEntity row = new SourceEntity();
            row.companyId = companyId;
            row.code = setting.code();
            row.copy(setting);
            persist(row);
        }
        for (SourceSetting setting : changes.updated()) {
            findById(new SourceKey(companyId, setting.code())).copy(setting);
        }
        flush();
    }

    void remove(int companyId, String code) {
        deleteById(new SourceKey(companyId, code));
        flush();
    }
}
