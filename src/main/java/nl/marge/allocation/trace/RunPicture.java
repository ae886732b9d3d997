package nl.marge.allocation.trace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.RunDetail;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.CostPool;
import nl.marge.kernel.Money;
import nl.marge.ledger.reference.Reference;

/** A run with the reference data by which its texts are read, and the settings it was made by. */
record RunPicture(AllocationRun run, Reference reference, AllocationSettings settings) {

    RunPicture {
        requireNonNull(run, "run");
        requireNonNull(reference, "reference");
        requireNonNull(settings, "settings");
    }

    /** An amount in minor units as text. */
    String money(long amount) {
        return Money.text(amount, reference.company().decimals());
    }

    /** The rule at a place. */
    RunDetail.Rule rule(int place) {
        return run.detail().rules().get(place);
    }

    /** The pool's own cost by account. */
    List<TraceBody.Source> sources(String pool) {
        return run.detail().sources().stream()
                .filter(source -> source.pool().equals(pool))
                .map(source -> new TraceBody.Source(source.account(), money(source.amount()), drill(source)))
                .toList();
    }

    /** What other pools handed on to a pool. */
    List<TraceBody.From> from(String pool) {
        return run.detail().flows().stream()
                .filter(flow -> flow.pool().equals(pool))
                .map(flow -> new TraceBody.From(sender(flow).pool(), flow.rule(), money(flow.amount()), flow.exact()))
                .toList();
    }

    /** What passed to a pool from the others of its reciprocal group. */
    List<TraceBody.Passed> passedTo(String pool) {
        return run.detail().flows().stream()
                .filter(flow -> flow.pool().equals(pool) && flow.exact().isPresent())
                .map(this::passed)
                .toList();
    }

    /** What passed from a pool to the others of its reciprocal group. */
    List<TraceBody.Passed> passedFrom(RunDetail.Rule rule) {
        return run.detail().flows().stream()
                .filter(flow -> flow.rule().equals(rule.code()) && flow.exact().isPresent())
                .map(this::passed)
                .toList();
    }

    private TraceBody.Passed passed(RunDetail.Flow flow) {
        RunDetail.Rule sender = sender(flow);
        return new TraceBody.Passed(
                sender.pool(),
                flow.pool(),
                sender.group().orElse(""),
                flow.weight(),
                sender.parts().get(0).weight(),
                sender.exactOut(),
                flow.exact().orElseThrow());
    }

    private RunDetail.Rule sender(RunDetail.Flow flow) {
        return run.detail().rules().stream()
                .filter(one -> one.code().equals(flow.rule()))
                .findFirst()
                .orElseThrow();
    }

    /** The lines that the run saw: their values sum to the source. */
    private String drill(RunDetail.Source source) {
        String filter = settings.pool(source.pool()).map(CostPool::filter).orElse("");
        return "/api/v1/companies/" + reference.company().code() + "/ledger-lines?from="
                + run.request().period() + "&to=" + run.request().period()
                + "&account=" + source.account()
                + "&scenario=" + run.request().scenario()
                + "&kinds=JOURNAL,COST,RECLASSIFICATION"
                + (filter.isEmpty() ? "" : "&filter=" + filter.replace(";", "%3B"))
                + "&throughNumber=" + run.ledgerNumber();
    }
}
