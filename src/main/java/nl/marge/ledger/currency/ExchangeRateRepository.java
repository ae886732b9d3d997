package nl.marge.ledger.currency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.StatelessSession;

/** The log of exchange rates, for appending: many at a time, so without a session's memory of each. */
@ApplicationScoped
class ExchangeRateRepository {

    /** Rows that go to the database in one batch. */
    private static final int BATCH = 1_000;

    private final StatelessSession session;

    ExchangeRateRepository(StatelessSession session) {
        this.session = session;
    }

    void append(List<ExchangeRateEntity> rows) {
        session.setJdbcBatchSize(BATCH);
        session.insertMultiple(rows);
    }
}
