package nl.marge.allocation.cycle;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.Method;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Money.Reading;
import nl.marge.kernel.Quantities;

/** Makes of what a caller says the records that it means; empty where that cannot be told. */
final class RuleMaking {

    private RuleMaking() {}

    /** The version that is meant. */
    static Optional<AllocationCycle.Version> version(CycleCommand.Version said) {
        return said.from().flatMap(DateRange::period).flatMap(from -> all(said.rules(), RuleMaking::rule)
                .map(rules -> new AllocationCycle.Version(from, rules)));
    }

    private static Optional<AllocationRule> rule(RuleCommand said) {
        Optional<Method> method =
                Arrays.stream(Method.values()).filter(said::is).findFirst();
        Optional<List<AllocationRule.Activity>> activities = all(said.activities(), RuleMaking::activity);
        Optional<List<AllocationRule.FixedWeight>> weights = all(said.weights(), RuleMaking::weight);
        boolean complete = said.order().isPresent()
                && said.pool().isPresent()
                && method.isPresent()
                && activities.isPresent()
                && weights.isPresent();
        if (!complete) {
            return Optional.empty();
        }
        return Optional.of(new AllocationRule(
                said.code(),
                said.order().getAsInt(),
                said.pool().get(),
                method.get(),
                said.group(),
                said.driver(),
                new AllocationRule.Receivers(
                        said.receivers().pools(), new TreeMap<>(said.receivers().dimensions())),
                said.keep(),
                said.account(),
                activities.get(),
                weights.get()));
    }

    private static Optional<AllocationRule.Activity> activity(RuleCommand.Activity said) {
        return all(said.terms(), RuleMaking::term)
                .map(terms -> new AllocationRule.Activity(said.code(), said.account(), terms));
    }

    private static Optional<AllocationRule.Term> term(RuleCommand.Term said) {
        return said.driver()
                .flatMap(driver -> decimal(said.minutes()).map(minutes -> new AllocationRule.Term(driver, minutes)));
    }

    private static Optional<AllocationRule.FixedWeight> weight(RuleCommand.Weight said) {
        return decimal(said.weight())
                .filter(weight -> !said.receiver().isEmpty())
                .map(weight -> new AllocationRule.FixedWeight(Receiver.Values.of(said.receiver()), weight));
    }

    private static Optional<BigDecimal> decimal(Optional<String> text) {
        return text.map(Quantities::read)
                .flatMap(read -> read instanceof Reading.Amount amount
                        ? Optional.of(Quantities.decimal(amount.minorUnits()))
                        : Optional.empty());
    }

    /** What is made of each; empty when one of them cannot be made. */
    private static <S, T> Optional<List<T>> all(List<S> said, Function<S, Optional<T>> making) {
        List<T> made = said.stream().map(making).flatMap(Optional::stream).toList();
        return made.size() == said.size() ? Optional.of(made) : Optional.empty();
    }
}
