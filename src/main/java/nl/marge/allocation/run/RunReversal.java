package nl.marge.allocation.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.dimension.KnownSets;
import nl.marge.kernel.Sha256;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.posting.HousePosting;
import nl.marge.ledger.tail.LedgerTail;
import nl.marge.ledger.tail.LineBlock;

/** The entries that cancel those of a run, one for each, chunk by chunk; on the same dates and sets. */
final class RunReversal implements Iterator<List<WeighedEntry>> {

    /** Entries read and laid down together: about 20,000 lines. */
    private static final int CHUNK_ENTRIES = 2;

    private final Company company;
    private final AllocationRun run;
    private final String reason;
    private final LedgerTail tail;
    private final KnownSets sets;
    private int done;

    RunReversal(Company company, AllocationRun run, String reason, LedgerTail tail, KnownSets sets) {
        this.company = company;
        this.run = run;
        this.reason = reason;
        this.tail = tail;
        this.sets = sets;
    }

    @Override
    public boolean hasNext() {
        return done < run.posting().entries();
    }

    @Override
    public List<WeighedEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int count = Math.min(CHUNK_ENTRIES, run.posting().entries() - done);
        long after = run.posting().firstNumber() + done - 1;
        List<WeighedEntry> chunk = new ArrayList<>();
        tail.read(company, after, after + count, block -> reverse(block, chunk));
        done += count;
        return chunk;
    }

    private void reverse(LineBlock block, List<WeighedEntry> into) {
        for (int entry = 0; entry < block.entries(); entry++) {
            into.add(reversal(block, entry));
        }
    }

    private WeighedEntry reversal(LineBlock block, int entry) {
        int place = Math.toIntExact(block.firstNumber() + entry - run.posting().firstNumber());
        String externalId = RunEntries.externalId(run.id(), place + 1) + "/reversal";
        List<WeighedLine> lines = new ArrayList<>();
        for (int line = block.lineStart(entry); line < block.lineEnds()[entry]; line++) {
            lines.add(line(block, line));
        }
        EntryId original = new EntryId(run.posting().batchId(), run.posting().firstOrdinal() + place);
        return new WeighedEntry(
                new EntryIdentity(
                        HousePosting.SOURCE, externalId, Sha256.of(externalId.getBytes(StandardCharsets.UTF_8))),
                EntryKind.ALLOCATION,
                run.request().scenario(),
                run.request().last(),
                Optional.empty(),
                company.currency(),
                Optional.of("Reversal of allocation " + run.request().cycle() + " "
                        + run.request().period()),
                Optional.of(new WeighedEntry.Reverses(original, Optional.of(reason))),
                lines.size(),
                lines);
    }

    private WeighedLine line(LineBlock block, int line) {
        return new WeighedLine(
                block.accounts()[line],
                sets.set(block.dimensionSets()[line]),
                Provenance.EXPLICIT,
                -block.amounts()[line],
                OptionalLong.empty(),
                OptionalLong.empty(),
                LocalDate.ofEpochDay(block.membershipDays()[line]),
                Optional.empty(),
                Optional.empty());
    }
}
