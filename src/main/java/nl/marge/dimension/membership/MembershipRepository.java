package nl.marge.dimension.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.StatelessSession;

/** The membership log, for appending: many at a time, so without a session's memory of each. */
@ApplicationScoped
class MembershipRepository {

    /** Rows that go to the database in one batch. */
    private static final int BATCH = 1_000;

    private final StatelessSession session;

    MembershipRepository(StatelessSession session) {
        this.session = session;
    }

    void append(List<MembershipEntity> rows) {
        session.setJdbcBatchSize(BATCH);
        session.insertMultiple(rows);
    }
}
