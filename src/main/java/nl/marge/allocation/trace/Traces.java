package nl.marge.allocation.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.ReceiverTrace;
import nl.marge.allocation.run.ReceiverTrace.StoredSteps;
import nl.marge.allocation.run.RunDetail;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.Receiver;
import nl.marge.company.Company;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;

/** Follows the cost of a run, back from receivers and forward from pools. */
@ApplicationScoped
class Traces {

    private static final int SHARE_DECIMALS = 12;

    private final References references;
    private final AllocationReferences settings;
    private final TraceReader reader;
    private final RecentReceivers receivers;

    Traces(References references, AllocationReferences settings, TraceReader reader, RecentReceivers receivers) {
        this.references = references;
        this.settings = settings;
        this.reader = reader;
        this.receivers = receivers;
    }

    /** What is needed to read a run's texts. */
    RunPicture picture(Company company, AllocationRun run) {
        return new RunPicture(run, references.current(company), settings.asOf(company, run.referenceVersion()));
    }

    /** What arrived at a pool of the run, by its text as a receiver, on some accounts; empty for what is no pool. */
    Optional<TraceBody> ofPool(RunPicture picture, String receiver, IntPredicate accounts) {
        if (!isPoolOf(picture.run(), receiver)) {
            return Optional.empty();
        }
        TracedSum sum = new TracedSum(accounts);
        reader.of(picture.reference().company(), picture.run(), receiver).ifPresent(sum::add);
        String pool = receiver.substring(Receiver.Pool.MEMBER.length() + 1);
        return Optional.of(body(picture, receiver, sum, picture.passedTo(pool)));
    }

    /** A pool of the run may have received nothing, or nothing but what a reciprocal group settles within itself. */
    private static boolean isPoolOf(AllocationRun run, String receiver) {
        return run.detail().rules().stream()
                .anyMatch(rule -> new Receiver.Pool(rule.pool()).text().equals(receiver));
    }

    /**
     * What arrived at all receivers that a filter means, on some accounts: at those that name its values, and at those
     * whose values belong to them on the last day of the period. One run may have both.
     */
    TraceBody of(RunPicture picture, DimensionFilter filter, IntPredicate accounts) {
        RunReceivers all = receivers.of(picture.reference(), picture.run());
        List<String> meant = all.meantBy(
                filter, Math.toIntExact(picture.run().request().last().toEpochDay()));
        TracedSum sum = new TracedSum(accounts);
        if (meant.size() > all.size() / 2) {
            Set<String> meantTexts = new HashSet<>(meant);
            each(picture, trace -> {
                if (meantTexts.contains(trace.receiver())) {
                    sum.add(trace);
                }
            });
        } else {
            reader.each(picture.reference().company(), picture.run(), meant, sum::add);
        }
        return body(picture, filter.text(), sum, List.of());
    }

    /** Where the cost of a rule's pool went, receiver by receiver, in byte order. */
    List<PoolTraceBody.Portion> portions(RunPicture picture, int rule) {
        List<PoolTraceBody.Portion> portions = new ArrayList<>();
        each(picture, trace -> amount(trace, rule)
                .ifPresent(amount -> portions.add(new PoolTraceBody.Portion(trace.receiver(), picture.money(amount)))));
        return portions;
    }

    private void each(RunPicture picture, Consumer<StoredTrace> taker) {
        reader.each(picture.reference().company(), picture.run(), taker);
    }

    /** What a rule brought a receiver, in minor units; empty where it brought no step. */
    private static OptionalLong amount(StoredTrace trace, int rule) {
        StoredSteps step = new StoredSteps(trace.steps());
        boolean found = false;
        long amount = 0;
        while (step.next()) {
            found |= step.rule() == rule;
            amount = Math.addExact(amount, step.rule() == rule ? step.amount() : 0);
        }
        return found ? OptionalLong.of(amount) : OptionalLong.empty();
    }

    private static TraceBody body(RunPicture picture, String receiver, TracedSum sum, List<TraceBody.Passed> group) {
        List<TraceBody.Step> steps = sum.steps().stream()
                .map(step -> step(picture, step, sum.quantities()))
                .toList();
        String total = picture.money(sum.total());
        List<String> explanation = new ArrayList<>(Explanation.of(receiver, total, steps));
        explanation.addAll(Explanation.of(group));
        return new TraceBody(picture.run().id(), receiver, sum.receivers(), total, steps, group, explanation);
    }

    private static TraceBody.Step step(
            RunPicture picture, ReceiverTrace.Step step, Map<String, BigDecimal> quantities) {
        RunDetail.Rule rule = picture.rule(step.rule());
        Reference reference = picture.reference();
        boolean reserved = step.part() < 0;
        RunDetail.Part part = rule.parts().get(Math.max(0, step.part()));
        boolean equation = part.terms().stream().anyMatch(term -> term.minutes().isPresent());
        return new TraceBody.Step(
                rule.code(),
                rule.method(),
                rule.pool(),
                reserved ? rule.code() : part.code(),
                reference.account(step.accountId()).code(),
                equation || reserved
                        ? Optional.empty()
                        : part.terms().stream().map(RunDetail.Term::driver).findFirst(),
                Quantities.plain(step.weight()),
                equation && !reserved ? terms(part, quantities) : List.of(),
                reserved ? "0" : part.weight(),
                reserved ? Optional.empty() : share(step.weight(), new BigDecimal(part.weight())),
                picture.money(step.amount()),
                new TraceBody.PoolCost(
                        picture.money(rule.own()), picture.money(rule.received()), rule.exactOut(), rule.capacity()),
                picture.from(rule.pool()),
                picture.sources(rule.pool()));
    }

    private static List<TraceBody.Term> terms(RunDetail.Part part, Map<String, BigDecimal> quantities) {
        return part.terms().stream()
                .map(term -> new TraceBody.Term(
                        term.driver(),
                        Quantities.plain(quantities.getOrDefault(term.driver(), BigDecimal.ZERO)),
                        term.minutes().orElse("")))
                .toList();
    }

    private static Optional<String> share(BigDecimal weight, BigDecimal total) {
        return total.signum() == 0
                ? Optional.empty()
                : Optional.of(Quantities.plain(weight.divide(total, SHARE_DECIMALS, RoundingMode.HALF_UP)));
    }
}
