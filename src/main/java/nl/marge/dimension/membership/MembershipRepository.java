package nl.marge.dimension.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import nl.marge.dimension.Membership;

/** The membership log, for appending. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<MembershipEntity, MembershipKey> {

    /** Rows in memory at a time: as many as go to the database in one batch. */
    private static final int CHUNK = 1_000;

    void append(List<Membership> memberships, Function<Membership, MembershipEntity> row) {
        for (int first = 0; first < memberships.size(); first += CHUNK) {
            memberships.subList(first, Math.min(first + CHUNK, memberships.size())).stream()
                    .map(row)
                    .forEach(this::persist);
            flush();
            getEntityManager().clear();
        }
    }
}
