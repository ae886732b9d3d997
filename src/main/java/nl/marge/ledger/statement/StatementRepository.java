package nl.marge.ledger.statement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.ledger.Statement;
import nl.marge.ledger.StatementText;

/** The statement log, for appending. */
@ApplicationScoped
class StatementRepository implements PanacheRepositoryBase<StatementEntity, StatementKey> {

    void append(int companyId, Statement statement) {
        StatementEntity row = new StatementEntity();
        row.companyId = companyId;
        row.version = statement.version();
        row.definition = StatementText.of(statement);
        persistAndFlush(row);
    }
}
