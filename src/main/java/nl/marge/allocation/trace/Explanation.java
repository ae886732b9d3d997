package nl.marge.allocation.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.marge.allocation.setting.Method;

/** A trace in sentences that a controller can read out. */
final class Explanation {

    private static final int PERCENT_DECIMALS = 2;
    private static final int RATE_DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Explanation() {}

    /** One sentence for the total, then one for each step. */
    static List<String> of(String receiver, String total, List<TraceBody.Step> steps) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                receiver + " received " + total + " in " + steps.size() + (steps.size() == 1 ? " step." : " steps."));
        steps.forEach(step -> sentences.add(step(step)));
        return sentences;
    }

    /** One sentence for each of what passed between the pools of a reciprocal group, after one that says so. */
    static List<String> of(List<TraceBody.Passed> group) {
        List<String> sentences = new ArrayList<>();
        group.stream()
                .findFirst()
                .ifPresent(first -> sentences.add("The pools of reciprocal group " + first.group()
                        + " are solved together: what passes between them is no part of the total, and stands in"
                        + " group."));
        group.forEach(passed -> sentences.add("Pool " + passed.from() + " passed " + passed.exact() + " to pool "
                + passed.to() + ": " + passed.quantity() + " of " + passed.partTotal() + " of the "
                + passed.through() + " that passed through it."));
        return sentences;
    }

    private static String step(TraceBody.Step step) {
        return "Rule " + step.rule() + " (" + step.method() + ") brought " + step.amount() + " on account "
                + step.account() + by(step) + "; pool " + step.pool() + " had "
                + step.poolCost().own()
                + " of its own" + sources(step) + from(step) + through(step) + ".";
    }

    /** A share of a reciprocal group's pool is one of all that passed, whichever account it keeps. */
    private static String through(TraceBody.Step step) {
        return step.method().equals(Method.RECIPROCAL.name())
                ? ", so " + step.poolCost().through() + " passed through it on all accounts, of which the share is told"
                : "";
    }

    private static String by(TraceBody.Step step) {
        if (step.share().isEmpty()) {
            return "";
        }
        BigDecimal percent =
                new BigDecimal(step.share().get()).multiply(HUNDRED).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP);
        String measured = step.quantity() + " of " + step.partTotal() + " (" + percent.toPlainString() + " %)";
        if (step.poolCost().capacity().isPresent()) {
            return " for " + step.part() + ": " + step.quantity() + " minutes" + equation(step) + rate(step);
        }
        return step.driver()
                .map(driver -> " by " + driver + ": " + measured)
                .orElse(" by the weights of the rule: " + measured);
    }

    private static String equation(TraceBody.Step step) {
        return step.terms().isEmpty()
                ? ""
                : step.terms().stream()
                        .map(term -> term.quantity() + " " + term.driver() + " x " + term.minutes())
                        .collect(Collectors.joining(" + ", " (", ")"));
    }

    private static String rate(TraceBody.Step step) {
        BigDecimal cost = new BigDecimal(step.poolCost().own())
                .add(new BigDecimal(step.poolCost().received()));
        BigDecimal capacity = new BigDecimal(step.poolCost().capacity().orElseThrow());
        BigDecimal rate = cost.divide(capacity, MathContext.DECIMAL128)
                .setScale(RATE_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return " at " + rate.toPlainString() + " a minute of practical capacity (" + cost.toPlainString() + " / "
                + capacity.toPlainString() + ")";
    }

    private static String sources(TraceBody.Step step) {
        return step.sources().isEmpty()
                ? ""
                : step.sources().stream()
                        .map(source -> source.amount() + " on " + source.account())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String from(TraceBody.Step step) {
        return step.from().isEmpty()
                ? ""
                : step.from().stream()
                        .map(from -> from.exact().orElse(from.amount()) + " from pool " + from.pool())
                        .collect(Collectors.joining(", ", " and received ", ""));
    }
}
