package nl.marge.ledger.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Outcome;
import nl.marge.kernel.Versions;
import nl.marge.ledger.Statement;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;

/** Upkeep of statements. Each one said is kept; the last one counts. */
@ApplicationScoped
class Statements {

    private final ReferenceChanges changes;
    private final References references;
    private final StatementRepository repository;

    Statements(ReferenceChanges changes, References references, StatementRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /**
     * Replaces the statement.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws nl.marge.kernel.Refusal with everything that is wrong
     */
    Upsert<Statement> put(Company company, StatementCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Reference reference = references.under(change, company);
            Statement before = reference.statement();
            Versions.require(ifMatch, OptionalLong.of(before.version()), "The statement");
            List<StatementLine> lines = StatementRules.check(command, reference.accounts());
            if (lines.equals(before.lines())) {
                return new Upsert<>(before, Outcome.UNCHANGED);
            }
            Statement after = new Statement(lines, change.version());
            repository.append(company.id(), after);
            change.touch(References.STATEMENT);
            return new Upsert<>(after, Outcome.UPDATED);
        });
    }
}
