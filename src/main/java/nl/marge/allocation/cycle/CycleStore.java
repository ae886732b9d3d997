package nl.marge.allocation.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.CycleText;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.platform.Database;

/** The rows of allocation cycles, for appending in the running transaction. */
@ApplicationScoped
class CycleStore {

    private final Database database;

    CycleStore(Database database) {
        this.database = database;
    }

    /** Says what a cycle is from this change on, or that there is no such any more. */
    void append(ReferenceChange change, AllocationCycle cycle, boolean removed) {
        database.read(handle -> handle.createUpdate("""
                        insert into allocation_cycle (company_id, code, version, removed, name, definition)
                        values (:companyId, :code, :version, :removed, :name, :definition)
                        """)
                .bind("companyId", change.companyId())
                .bind("code", cycle.code())
                .bind("version", change.version())
                .bind("removed", removed)
                .bind("name", cycle.name())
                .bind("definition", CycleText.write(cycle.versions()))
                .execute());
    }
}
