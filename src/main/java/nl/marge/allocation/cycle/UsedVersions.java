package nl.marge.allocation.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.platform.Database;

/** Which versions of a cycle a run was posted by; a preview posts nothing and binds nobody. */
@ApplicationScoped
class UsedVersions {

    private final Database database;

    UsedVersions(Database database) {
        this.database = database;
    }

    /** The periods from which those versions hold. */
    Set<YearMonth> of(ReferenceChange change, String cycle) {
        return database
                .read(handle -> handle.createQuery("""
                        select distinct version_from
                        from allocation_run
                        where company_id = :companyId
                          and cycle_code = :cycle
                          and not preview
                        order by version_from
                        """)
                        .bind("companyId", change.companyId())
                        .bind("cycle", cycle)
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(YearMonth::parse)
                .collect(Collectors.toSet());
    }
}
