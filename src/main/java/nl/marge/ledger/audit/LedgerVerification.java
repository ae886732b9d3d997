package nl.marge.ledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import nl.marge.company.Company;
import nl.marge.ledger.entry.EntrySeal;
import nl.marge.ledger.entry.JournalReader;
import nl.marge.ledger.entry.WeighedEntry;

/**
 * Reads the whole ledger back and seals it again, batch by batch: every number, every line count and every seal must
 * come out as it was stored. After a broken batch it goes on from the seal that is stored, so each break is told once.
 */
@ApplicationScoped
class LedgerVerification {

    private static final int BATCHES_AT_ONCE = 1_000;
    private static final int ENTRIES_AT_ONCE = 5_000;
    private static final int BROKEN_LIMIT = 1_000;

    private final SealedBatches batches;
    private final JournalReader reader;

    LedgerVerification(SealedBatches batches, JournalReader reader) {
        this.batches = batches;
        this.reader = reader;
    }

    /** Verifies all entries of a company. */
    Verification verify(Company company) {
        Walk walk = new Walk(company);
        for (List<SealedBatch> page = batches.page(company, 0, BATCHES_AT_ONCE);
                !page.isEmpty();
                page = batches.page(company, page.get(page.size() - 1).firstNumber(), BATCHES_AT_ONCE)) {
            page.forEach(walk::step);
        }
        return walk.found(batches.alteredSets(company));
    }

    /** One walk along the chain. */
    private final class Walk {
        private final Company company;
        private final List<Verification.Broken> broken = new ArrayList<>();
        private long number;
        private long lines;
        private long count;
        private long unsealed;
        private String seal = "";

        private Walk(Company company) {
            this.company = company;
        }

        private void step(SealedBatch batch) {
            Content content = read(batch);
            long linesHere = batch.linesThrough() - lines;
            if (batch.firstNumber() != number + 1) {
                tell(batch, "entries " + (number + 1) + " to " + (batch.firstNumber() - 1) + " are missing");
            } else if (content.entries() != batch.entries()) {
                tell(batch, "it has " + content.entries() + " entries, posted were " + batch.entries());
            } else if (content.lines() != linesHere) {
                tell(batch, "it has " + content.lines() + " lines, posted were " + linesHere);
            } else if (batch.seal().isPresent()) {
                check(batch, batch.seal().get(), content.seal());
            } else {
                unsealed += batch.entries();
            }
            seal = batch.seal().orElse(seal);
            number = batch.lastNumber();
            lines = batch.linesThrough();
            count++;
        }

        private void check(SealedBatch batch, String stored, byte[] content) {
            EntrySeal.Place place =
                    new EntrySeal.Place(batch.firstNumber(), batch.entries(), batch.linesThrough(), batch.recordedAt());
            if (!EntrySeal.chained(seal, content, place).equals(stored)) {
                tell(batch, "its content, its place or the seal before it is not what was sealed");
            }
        }

        private void tell(SealedBatch batch, String reason) {
            if (broken.size() < BROKEN_LIMIT) {
                broken.add(new Verification.Broken(batch.firstNumber(), batch.lastNumber(), reason));
            }
        }

        private Content read(SealedBatch batch) {
            EntrySeal content = new EntrySeal();
            long entriesRead = 0;
            long linesRead = 0;
            for (int first = 0; first < batch.entries(); first += ENTRIES_AT_ONCE) {
                int last = Math.min(first + ENTRIES_AT_ONCE, batch.entries()) - 1;
                for (WeighedEntry entry : reader.part(company, batch.batchId(), first, last)) {
                    content.add(entry);
                    entriesRead++;
                    linesRead += entry.lines().size();
                }
            }
            return new Content(entriesRead, linesRead, content.content());
        }

        private Verification found(int alteredSets) {
            boolean intact = broken.isEmpty() && alteredSets == 0;
            return new Verification(intact, number, count, number, lines, unsealed, seal, alteredSets, broken);
        }
    }

    /** What is stored of a batch. */
    private record Content(long entries, long lines, byte[] seal) {}
}
