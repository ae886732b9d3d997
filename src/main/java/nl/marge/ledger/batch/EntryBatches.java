package nl.marge.ledger.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.ledger.rules.EntryCommand;

/** The front door for rooms that make entries themselves and post them together. */
@ApplicationScoped
public class EntryBatches {

    private final BatchPosting posting;

    EntryBatches(BatchPosting posting) {
        this.posting = posting;
    }

    /** Posts all of {@code commands} or none; the result tells which and why. */
    public BatchResult postAll(Company company, List<EntryCommand> commands) {
        return posting.postAtomic(company, new CommandSource(commands), Optional.empty());
    }
}
