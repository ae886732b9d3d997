package nl.marge.dimension.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The membership log, for appending. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<MembershipEntity, MembershipKey> {

    /** Rows in memory at a time: as many as go to the database in one batch. */
    private static final int CHUNK = 1_000;

    void append(Iterable<MembershipEntity> rows) {
        int count = 0;
        for (MembershipEntity row : rows) {
            persist(row);
            if (++count % CHUNK == 0) {
                flush();
                getEntityManager().clear();
            }
        }
        flush();
    }
}
