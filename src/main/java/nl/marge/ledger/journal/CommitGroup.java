package nl.marge.ledger.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.platform.idempotency.IdempotencyKeys;
import org.jdbi.v3.core.Handle;

/** The units of one commit: those still open, and the results of those that are not. */
final class CommitGroup {
    private final Company company;
    private final List<PostingUnit> units;
    private final UnitResult[] results;

    CommitGroup(Company company, List<PostingUnit> units) {
        this.company = company;
        this.units = units;
        this.results = new UnitResult[units.size()];
    }

    /** Forgets what an attempt that did not commit decided; what came back stale or repeated stays decided. */
    void reopen() {
        for (int i = 0; i < results.length; i++) {
            if (results[i] instanceof UnitResult.Done) {
                results[i] = null;
            }
        }
    }

    /** Whether something is to be written even when no entry is. */
    boolean writesMore() {
        return open().stream()
                .anyMatch(unit ->
                        unit.keyedAnswer().isPresent() || unit.companion().isPresent());
    }

    Company company() {
        return company;
    }

    List<PostingUnit> open() {
        List<PostingUnit> open = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (results[i] == null) {
                open.add(units.get(i));
            }
        }
        return open;
    }

    List<WeighedEntry> entries() {
        return open().stream().flatMap(unit -> unit.entries().stream()).toList();
    }

    Set<DimensionSet> dimensionSets() {
        Set<DimensionSet> sets = new HashSet<>();
        for (WeighedEntry entry : entries()) {
            for (WeighedLine line : entry.lines()) {
                sets.add(line.dimensions());
            }
        }
        return sets;
    }

    Set<Provenance> provenances() {
        Set<Provenance> provenances = new HashSet<>();
        entries().forEach(entry -> entry.lines().forEach(line -> provenances.add(line.provenance())));
        return provenances;
    }

    Set<Integer> accountIds() {
        Set<Integer> ids = new HashSet<>();
        entries().forEach(entry -> entry.lines().forEach(line -> ids.add(line.accountId())));
        return ids;
    }

    boolean dropStale(long referenceVersion) {
        boolean dropped = false;
        for (int i = 0; i < units.size(); i++) {
            if (results[i] == null && units.get(i).referenceVersion() != referenceVersion) {
                results[i] = new UnitResult.Stale();
                dropped = true;
            }
        }
        return dropped;
    }

    /** Drops the units that were made from what is no longer so. */
    boolean dropOvertaken(Handle handle) {
        boolean dropped = false;
        for (int i = 0; i < units.size(); i++) {
            Optional<PostingUnit.Companion> companion =
                    results[i] == null ? units.get(i).companion() : Optional.empty();
            if (companion.filter(watched -> !watched.holds(handle)).isPresent()) {
                results[i] = new UnitResult.Stale();
                dropped = true;
            }
        }
        return dropped;
    }

    boolean dropRepeated(IdempotencyKeys keys, Handle handle) {
        boolean dropped = false;
        for (int i = 0; i < units.size(); i++) {
            Optional<IdempotencyKeys.Kept> kept = results[i] != null
                    ? Optional.empty()
                    : units.get(i).keyedAnswer().flatMap(keyed -> keys.find(handle, keyed.key()));
            if (kept.isPresent()) {
                results[i] = new UnitResult.Repeated(kept.get());
                dropped = true;
            }
        }
        return dropped;
    }

    void settle(CommitAttempt attempt) {
        int open = 0;
        for (int i = 0; i < units.size(); i++) {
            if (results[i] == null) {
                results[i] = attempt.done(open++);
            }
        }
    }

    List<UnitResult> results() {
        return List.of(results);
    }
}
