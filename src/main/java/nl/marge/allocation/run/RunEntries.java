package nl.marge.allocation.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunLine;
import nl.marge.allocation.plan.RunLines;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Sha256;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.Provenance.Kind;
import nl.marge.ledger.entry.Provenance.Origin;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.posting.HousePosting;

/**
 * The entries of a run, chunk by chunk: its lines in order, cut so that every entry sums to zero. Debits are paired
 * with credits; where an entry is full, the line that is not yet paired is divided over it and the next.
 */
final class RunEntries implements Iterator<List<WeighedEntry>> {

    /** Lines in an entry: an entry has 10,000 at most, and two may have to be added at its end. */
    private static final int ENTRY_LINES = 9_998;

    /** Entries laid down together: about 20,000 lines. */
    private static final int CHUNK_ENTRIES = 2;

    private final String runId;
    private final PlannedRun run;
    private final Side debits;
    private final Side credits;
    private final Map<String, Provenance> provenances = new HashMap<>();
    private int entries;

    RunEntries(String runId, PlannedRun run) {
        RunLines lines = new RunLines(run);
        this.runId = runId;
        this.run = run;
        this.debits = new Side(lines.debits());
        this.credits = new Side(lines.credits());
    }

    /** The name of an entry of a run, from 1. */
    static String externalId(String runId, int ordinal) {
        return "allocation/" + runId + "/" + ordinal;
    }

    @Override
    public boolean hasNext() {
        return debits.hasNext() || credits.hasNext();
    }

    @Override
    public List<WeighedEntry> next() {
        List<WeighedEntry> chunk = new ArrayList<>(CHUNK_ENTRIES);
        while (hasNext() && chunk.size() < CHUNK_ENTRIES) {
            chunk.add(entry());
        }
        return chunk;
    }

    private WeighedEntry entry() {
        List<WeighedLine> lines = new ArrayList<>();
        while (hasNext() && lines.size() < ENTRY_LINES) {
            if (!debits.hasNext() || !credits.hasNext()) {
                throw new IllegalStateException("run " + runId + " does not come to zero");
            }
            long paired = Math.min(debits.left(), credits.left());
            debits.take(paired, lines);
            credits.take(paired, lines);
        }
        debits.close(lines);
        credits.close(lines);
        String externalId = externalId(runId, ++entries);
        return new WeighedEntry(
                new EntryIdentity(
                        HousePosting.SOURCE, externalId, Sha256.of(externalId.getBytes(StandardCharsets.UTF_8))),
                EntryKind.ALLOCATION,
                run.gathered().request().scenario(),
                run.gathered().request().last(),
                Optional.empty(),
                run.gathered().reference().company().currency(),
                Optional.of("Allocation " + run.gathered().request().cycle() + " "
                        + run.gathered().request().period()),
                Optional.empty(),
                lines.size(),
                lines);
    }

    private static WeighedLine line(RunLine line, Provenance provenance, long amount) {
        return new WeighedLine(
                line.accountId(),
                line.dimensions(),
                provenance,
                amount,
                OptionalLong.empty(),
                OptionalLong.empty(),
                line.membershipDate(),
                Optional.of(line.rule()),
                Optional.empty());
    }

    /** Every value of a line was put there by its rule; lines of one rule with the same dimensions share that. */
    private Provenance provenance(RunLine line) {
        DimensionSet set = line.dimensions();
        StringBuilder key = new StringBuilder(line.rule());
        for (int i = 0; i < set.size(); i++) {
            key.append(':').append(set.dimensionId(i));
        }
        return provenances.computeIfAbsent(key.toString(), none -> {
            Origin origin = new Origin(Kind.SYSTEM, Optional.of("allocation/" + runId + "/" + line.rule()));
            Map<Integer, Origin> origins = new TreeMap<>();
            for (int i = 0; i < set.size(); i++) {
                origins.put(set.dimensionId(i), origin);
            }
            return new Provenance(origins);
        });
    }

    private static boolean haveSameProvenance(RunLine one, RunLine other) {
        DimensionSet set = one.dimensions();
        boolean same = set.size() == other.dimensions().size() && one.rule().equals(other.rule());
        for (int i = 0; same && i < set.size(); i++) {
            same = set.dimensionId(i) == other.dimensions().dimensionId(i);
        }
        return same;
    }

    /** The debits or the credits, and how much of the line at the front is not yet paired. */
    private final class Side {
        private final Iterator<RunLine> lines;
        private Optional<RunLine> front = Optional.empty();
        private long left;
        private long taken;

        /** The line laid down last, whose provenance most that follow it share. */
        private Optional<RunLine> last = Optional.empty();

        private Provenance lastProvenance = Provenance.EXPLICIT;

        Side(Iterator<RunLine> lines) {
            this.lines = lines;
            advance();
        }

        private void advance() {
            front = lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
            left = front.map(RunLine::amount).map(Math::abs).orElse(0L);
            taken = 0;
        }

        boolean hasNext() {
            return front.isPresent();
        }

        long left() {
            return left;
        }

        void take(long amount, List<WeighedLine> into) {
            left -= amount;
            taken += amount;
            if (left == 0) {
                close(into);
                advance();
            }
        }

        /** Puts down what was taken of the line at the front. */
        void close(List<WeighedLine> into) {
            if (taken > 0) {
                RunLine line = front.orElseThrow();
                if (last.filter(before -> haveSameProvenance(before, line)).isEmpty()) {
                    lastProvenance = provenance(line);
                }
                last = front;
                into.add(line(line, lastProvenance, line.amount() < 0 ? -taken : taken));
                taken = 0;
            }
        }
    }
}
