package nl.marge.ledger.reclassification.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.ledger.EntryKind;
import nl.marge.platform.Database;

/** Tells of what kind a line is, by the header of its entry alone: lines of allocation lie elsewhere. */
@ApplicationScoped
class LineKinds {

    private final Database database;

    LineKinds(Database database) {
        this.database = database;
    }

    /** The kind of the published entry with that number, if it has such a line. Index: posting_batch_number. */
    Optional<EntryKind> kindOf(Company company, long number, int lineNumber) {
        return database.read(handle -> handle.createQuery("""
                        select e.kind
                        from posting_batch b
                        join journal_entry e on e.batch_id = b.batch_id and e.ordinal = :number - b.first_number
                        where b.company_id = :companyId
                          and b.first_number = (
                            select max(first_number)
                            from posting_batch
                            where company_id = :companyId
                              and first_number <= :number)
                          and :lineNumber between 1 and e.line_count
                        """)
                .bind("companyId", company.id())
                .bind("number", number)
                .bind("lineNumber", lineNumber)
                .map((row, context) -> EntryKind.valueOf(row.getString("kind")))
                .findOne());
    }
}
