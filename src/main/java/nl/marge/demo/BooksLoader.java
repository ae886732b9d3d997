package nl.marge.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.dimension.definition.Dimensions;
import nl.marge.dimension.definition.Values;
import nl.marge.dimension.membership.Memberships;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.ledger.account.Accounts;
import nl.marge.ledger.batch.BatchResult;
import nl.marge.ledger.batch.EntryBatches;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.posting.JournalEntry;
import nl.marge.ledger.posting.Ledger;
import org.jboss.logging.Logger;

/** Sends books through the front doors. Every step may be repeated, so a second time changes nothing. */
@ApplicationScoped
class BooksLoader {

    private static final Logger LOG = Logger.getLogger(BooksLoader.class);

    /** The source system that the demo's entries are of. */
    static final String SOURCE = "DEMO";

    private final Companies companies;
    private final Accounts accounts;
    private final Dimensions dimensions;
    private final Values values;
    private final Memberships memberships;
    private final EntryBatches batches;
    private final Ledger ledger;
    private final AllocationLoader allocations;

    BooksLoader(
            Companies companies,
            Accounts accounts,
            Dimensions dimensions,
            Values values,
            Memberships memberships,
            EntryBatches batches,
            Ledger ledger,
            AllocationLoader allocations) {
        this.companies = companies;
        this.accounts = accounts;
        this.dimensions = dimensions;
        this.values = values;
        this.memberships = memberships;
        this.batches = batches;
        this.ledger = ledger;
        this.allocations = allocations;
    }

    /**
     * Loads books, or what is missing of them; one request at a time, so that two do not put the mistake right twice.
     *
     * @throws Refusal CONFLICT when a company of that code exists and is not this one
     */
    synchronized LoadedBooks load(Books books) {
        requireOurs(books);
        Company company = companies
                .put(books.company(), books.details(), OptionalLong.empty())
                .resource();
        accounts.putAll(company, books.accounts());
        dimensions.putAll(
                company, books.axes().stream().map(Books.Axis::dimension).toList());
        books.axes().forEach(axis -> values.putAll(company, axis.dimension().code(), axis.values()));
        books.members()
                .forEach(members ->
                        memberships.putAll(company, members.source(), members.target(), members.memberships()));
        BatchResult posted = batches.postAll(company, books.entries());
        if (posted.rejected() > 0) {
            throw changed(company, posted);
        }
        books.undoing().ifPresent(undoing -> undo(company, undoing));
        if (books.company().equals(OracleBooks.COMPANY)) {
            allocations.load(company);
        }
        LOG.infof(
                "event=demo_loaded company=%s posted=%d unchanged=%d",
                company.code(), posted.posted(), posted.unchanged());
        return new LoadedBooks(company.code(), company.name(), posted.posted(), posted.unchanged());
    }

    private void requireOurs(Books books) {
        Optional<Company> existing = companies.find(books.company());
        if (existing.isPresent()
                && !existing.get().name().equals(books.details().name())) {
            throw new Refusal(
                    Reason.CONFLICT,
                    "Company " + books.company() + " exists and is \""
                            + existing.get().name() + "\", not the demo. Its books are left alone; load the demo into"
                            + " another database.");
        }
    }

    private void undo(Company company, Books.Undoing undoing) {
        JournalEntry mistake =
                ledger.find(company, SOURCE, undoing.externalId()).get(0);
        if (mistake.reversedBy().isEmpty()) {
            EntryId id = mistake.id().flatMap(EntryId::read).orElseThrow();
            ledger.reverse(company, id, undoing.command(), Optional.empty());
        }
    }

    private static Refusal changed(Company company, BatchResult posted) {
        BatchResult.EntryProblem first = posted.problems().get(0);
        return new Refusal(
                Reason.CONFLICT,
                "Company " + company.code() + " was changed so that " + posted.rejected()
                        + " entries of the demo do not fit, such as "
                        + first.externalId().orElse("") + ": "
                        + first.violations().get(0).message());
    }
}
