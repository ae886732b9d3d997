package nl.marge.ledger.posting;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.marge.company.Company;
import nl.marge.kernel.Codes;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.journal.CompanyWriters;
import nl.marge.ledger.journal.Outcome;
import nl.marge.ledger.journal.PostingUnit;
import nl.marge.ledger.journal.StagedBatch;
import nl.marge.ledger.journal.StagedBatches;
import nl.marge.ledger.journal.UnitResult;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;

/**
 * The front door's side entrance, for entries of the house's own: all of them or none, by the same writer as
 * everybody's, and published at once. Their externalIds protect from laying the same down twice.
 */
@ApplicationScoped
public class HousePosting {

    /** The source of such entries; no caller can name it, because it is no code. */
    public static final String SOURCE = "~MARGE";

    private final References references;
    private final CompanyWriters writers;
    private final StagedBatches stagedBatches;
    private final ExecutorService appenders = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "house-appending");
        thread.setDaemon(true);
        return thread;
    });

    HousePosting(References references, CompanyWriters writers, StagedBatches stagedBatches) {
        this.references = references;
        this.writers = writers;
        this.stagedBatches = stagedBatches;
    }

    /** Whether entries may have this source: a caller's code, or our own. */
    static boolean isSource(String text) {
        return Codes.isCode(text) || text.equals(SOURCE);
    }

    /** Posts what {@code entries} makes; all of it is laid down when this returns. */
    public void post(Company company, HouseEntries entries) {
        boolean done = false;
        while (!done) {
            Reference reference = references.current(company);
            Optional<HouseEntries.Made> made = entries.make(reference);
            done = made.isEmpty() || lay(company, reference, made.get());
        }
    }

    /**
     * Posts entries that may be too many for one transaction: laid down chunk by chunk while the next is made, shown at
     * once. They were made from the reference data of {@code referenceVersion}.
     *
     * @return empty when the reference data or what {@code companion} watches moved meanwhile: then nothing became
     *     visible, and they have to be made again
     */
    public Optional<StagedBatch.Numbers> postLong(
            Company company,
            long referenceVersion,
            Iterator<List<WeighedEntry>> chunks,
            StagedBatch.Companion companion) {
        StagedBatch staged = stagedBatches.begin(company, referenceVersion);
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        while (chunks.hasNext()) {
            List<WeighedEntry> chunk = chunks.next();
            await(before);
            before = CompletableFuture.runAsync(() -> append(company, staged, chunk), appenders);
        }
        await(before);
        return staged.publish(companion);
    }

    private static void append(Company company, StagedBatch staged, List<WeighedEntry> chunk) {
        if (staged.append(chunk).stream().anyMatch(Outcome::isRefused)) {
            throw new IllegalStateException("entries of our own were refused by company " + company.code());
        }
    }

    private static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    @PreDestroy
    void stop() {
        appenders.shutdown();
    }

    private boolean lay(Company company, Reference reference, HouseEntries.Made made) {
        PostingUnit unit = new PostingUnit(
                company.id(),
                reference.version(),
                made.entries(),
                true,
                Optional.empty(),
                Optional.of(made.companion()));
        if (writers.post(company, unit) instanceof UnitResult.Done done) {
            if (done.outcomes().stream().anyMatch(Outcome::isRefused)) {
                throw new IllegalStateException("entries of our own were refused: " + done.outcomes());
            }
            return true;
        }
        return false;
    }
}
