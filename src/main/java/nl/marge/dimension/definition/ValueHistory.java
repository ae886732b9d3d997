package nl.marge.dimension.definition;

import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.platform.Database;

/** The log of values as they stood from each reference version on: what reports as known at an earlier time read. */
@ApplicationScoped
class ValueHistory {

    private final Database database;

    ValueHistory(Database database) {
        this.database = database;
    }

    /** Copies every value that was last changed with {@code version}, in the running transaction. */
    void append(int companyId, long version) {
        database.read(handle -> handle.createUpdate("""
                        insert into dimension_value_history
                          (company_id, value_id, version, dimension_id, code, name, parent_id, removed)
                        select company_id, id, version, dimension_id, code, name, parent_id, false
                        from dimension_value
                        where company_id = :companyId
                          and version = :version
                        """)
                .bind("companyId", companyId)
                .bind("version", version)
                .execute());
    }

    /** Notes, before the row goes, that a value is removed with {@code version}. */
    void appendRemoved(int companyId, int valueId, long version) {
        database.read(handle -> handle.createUpdate("""
                        insert into dimension_value_history
                          (company_id, value_id, version, dimension_id, code, name, parent_id, removed)
                        select company_id, id, :version, dimension_id, code, name, parent_id, true
                        from dimension_value
                        where company_id = :companyId
                          and id = :valueId
                        """)
                .bind("companyId", companyId)
                .bind("valueId", valueId)
                .bind("version", version)
                .execute());
    }
}
