package nl.marge.allocation.plan;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.marge.allocation.engine.Parcel;
import nl.marge.allocation.engine.Portions;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.measure.SourceCell;

/**
 * The lines of a planned run, rule by rule: what leaves each source, on its account, set and membership date, and what
 * arrives at each receiver on the last day of the period. What pools hand on to each other makes no line, because it
 * comes to zero. All lines together sum to zero. Pure.
 */
public final class RunLines {

    private final PlannedRun run;
    private final ArrivalSets sets;
    private final List<RuleResult> results;

    public RunLines(PlannedRun run) {
        this.run = run;
        this.sets = new ArrivalSets(run);
        this.results = run.plan().results().stream()
                .filter(result -> result.outcome() == RuleResult.Outcome.ALLOCATED)
                .toList();
    }

    /** The debit lines, in order. */
    public Iterator<RunLine> debits() {
        return new Walk(1);
    }

    /** The credit lines, in order. */
    public Iterator<RunLine> credits() {
        return new Walk(-1);
    }

    private final class Walk implements Iterator<RunLine> {
        private final int sign;
        private final LocalDate last = run.gathered().request().last();
        private int rule;
        private int cell;
        private int portion;
        private List<SourceCell> cells;

        Walk(int sign) {
            this.sign = sign;
            this.cells = cells();
            settle();
        }

        @Override
        public boolean hasNext() {
            return rule < results.size();
        }

        @Override
        public RunLine next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RunLine line = cell < cells.size() ? leaving() : arriving();
            settle();
            return line;
        }

        private RunLine leaving() {
            SourceCell source = cells.get(cell++);
            return new RunLine(
                    source.accountId(),
                    source.set(),
                    LocalDate.ofEpochDay(source.membershipDay()),
                    -source.amount(),
                    results.get(rule).sender().rule(),
                    false);
        }

        private RunLine arriving() {
            RuleResult result = results.get(rule);
            Portions portions = result.portions();
            int at = portion++;
            Parcel origin = portions.origins().get(portions.originIndexes()[at]);
            return new RunLine(
                    origin.accountId(),
                    sets.of(result, portions.receivers()[at], origin.dimensions()),
                    last,
                    portions.amounts()[at],
                    result.sender().rule(),
                    true);
        }

        /** Goes to the next line of the sign, over the end of a rule if need be. */
        private void settle() {
            while (rule < results.size() && !isAtLine()) {
                rule++;
                cell = 0;
                portion = 0;
                cells = cells();
            }
        }

        private boolean isAtLine() {
            while (cell < cells.size() && Long.signum(-cells.get(cell).amount()) != sign) {
                cell++;
            }
            Portions portions = results.get(rule).portions();
            while (portion < portions.size()
                    && (isPool(portions.receivers()[portion]) || Long.signum(portions.amounts()[portion]) != sign)) {
                portion++;
            }
            return cell < cells.size() || portion < portions.size();
        }

        private List<SourceCell> cells() {
            return rule == results.size()
                    ? List.of()
                    : run.gathered()
                            .cells(run.gathered()
                                    .rules()
                                    .get(results.get(rule).sender().pool()));
        }
    }

    /** Whether a receiver of portions is a pool. */
    public static boolean isPool(int receiver) {
        return receiver < 0;
    }
}
