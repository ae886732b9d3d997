package nl.marge.allocation.cycle;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.allocation.form.QuantityForm;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.form.ValueForm;
import nl.marge.allocation.setting.Method;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.Place;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Checks who receives by a rule, and what arriving cost keeps. */
final class ReceiverChecks {

    /** Receivers that a rule names at most: beyond that a driver should say who they are. */
    static final int RECEIVERS_LIMIT = 10_000;

    private final SettingForm form;
    private final ValueForm values;
    private final RuleCommand rule;
    private final String named;
    private final Optional<List<String>> receiving;

    /** Checks a rule that messages call {@code named}. */
    ReceiverChecks(SettingForm form, RuleCommand rule, String named) {
        this.form = form;
        this.values = new ValueForm(form);
        this.rule = rule;
        this.named = named;
        this.receiving = new ReceivingDimensions(form.settings(), rule).find();
    }

    /** Checks; {@code poolsWithRule} are those that send in the version. */
    void check(Set<String> poolsWithRule) {
        checkPools(poolsWithRule);
        Map<String, List<String>> narrowed = rule.receivers().dimensions();
        Place place = rule.place().member("receivers").member("dimensions");
        if (rule.is(Method.FIXED) && !narrowed.isEmpty()) {
            refuse(place, "is FIXED and narrows its receivers. Its weights name them; leave it out.");
        }
        narrowed.forEach((dimension, codes) -> checkNarrowed(place.member(dimension), dimension, codes));
        checkKept();
        checkWeights();
    }

    private void checkPools(Set<String> poolsWithRule) {
        Place place = rule.place().member("receivers").member("pools");
        List<String> pools = rule.receivers().pools().orElse(List.of());
        if (!pools.isEmpty() && rule.method().isPresent() && !rule.servesPools()) {
            refuse(
                    place,
                    "gives to no pool, since it is "
                            + Texts.excerpt(rule.method().get())
                            + ". Leave pools out, or make it STEP_DOWN or RECIPROCAL.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pools.size(); i++) {
            Place item = place.member(Integer.toString(i));
            String pool = pools.get(i);
            form.pool(item, named, pool);
            if (!seen.add(pool)) {
                refuse(item, "names pool " + Texts.excerpt(pool) + " twice. Name it once.");
            }
            if (rule.pool().filter(pool::equals).isPresent()) {
                refuse(item, "would give to the pool that sends. Leave it out.");
            } else if (!poolsWithRule.contains(pool)
                    && form.settings().pool(pool).isPresent()) {
                form.refuse(
                        item,
                        ViolationCode.RECEIVER_POOL_WITHOUT_RULE,
                        named + " gives to pool " + pool
                                + ", whose cost no rule of the version sends on. Add a rule for it, or leave it out.");
            }
        }
    }

    private void checkNarrowed(Place place, String dimension, List<String> codes) {
        if (values.dimension(place, named, dimension).isEmpty()) {
            return;
        }
        if (receiving.filter(dimensions -> !dimensions.contains(dimension)).isPresent()) {
            refuse(
                    place,
                    "narrows " + dimension + ", but gives to values of " + String.join(", ", receiving.get())
                            + ". Leave it out, or take a driver that gives to it.");
        }
        form.count(place, named, codes.size(), RECEIVERS_LIMIT);
        if (codes.isEmpty() && !rule.servesPools()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_MISSING,
                    named + " lets no value of " + dimension + " receive, and no pool either. Name one at least.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            Place item = place.member(Integer.toString(i));
            checkValue(item, dimension, codes.get(i));
            if (!seen.add(codes.get(i))) {
                refuse(item, "names value " + Texts.excerpt(codes.get(i)) + " twice. Name it once.");
            }
        }
    }

    private void checkValue(Place place, String dimension, String code) {
        values.dimension(place, named, dimension).ifPresent(found -> values.leaf(place, named, found, code));
    }

    private void checkKept() {
        Place place = rule.place().member("keep");
        values.dimensions(place, named, rule.keep());
        for (int i = 0; i < rule.keep().size(); i++) {
            String dimension = rule.keep().get(i);
            if (receiving.filter(dimensions -> dimensions.contains(dimension)).isPresent()) {
                refuse(
                        place.member(Integer.toString(i)),
                        "would keep " + dimension + " of the source, and gives to values of it. Leave it out of keep.");
            }
        }
    }

    private void checkWeights() {
        Place place = rule.place().member("weights");
        form.count(place, named, rule.weights().size(), RECEIVERS_LIMIT);
        Set<Map<String, String>> seen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean complete = !rule.weights().isEmpty();
        for (RuleCommand.Weight weight : rule.weights()) {
            checkWeighed(weight);
            if (!seen.add(weight.receiver())) {
                refuse(weight.place().member("receiver"), "weighs a receiver twice. Add the weights up.");
            }
            Optional<BigDecimal> read = weight(weight);
            complete &= read.isPresent();
            sum = sum.add(read.orElse(BigDecimal.ZERO));
        }
        if (complete && sum.signum() == 0) {
            refuse(place, "has weights that add up to 0. Give one at least that is more.");
        }
    }

    private Optional<BigDecimal> weight(RuleCommand.Weight weight) {
        Place place = weight.place().member("weight");
        Optional<BigDecimal> read =
                new QuantityForm(form).quantity(place, "A weight of " + SettingForm.inside(named), weight.weight());
        read.filter(given -> given.signum() < 0)
                .ifPresent(
                        given -> refuse(place, "has a weight of " + Quantities.text(given) + ". Give one from 0 up."));
        return read;
    }

    private void checkWeighed(RuleCommand.Weight weight) {
        Place place = weight.place().member("receiver");
        List<String> dimensions = weight.receiver().keySet().stream().sorted().toList();
        if (dimensions.isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_MISSING,
                    "A weight of " + SettingForm.inside(named) + " names no receiver. Give values by dimension, such as"
                            + " {\"SEGMENT\":\"KEY\"}.");
        } else if (dimensions.contains(Receiver.Pool.MEMBER)) {
            refuse(place, "gives to a pool by a fixed weight. Give to values, or make it STEP_DOWN with a driver.");
        } else {
            dimensions.forEach(dimension -> checkValue(
                    place.member(dimension), dimension, weight.receiver().get(dimension)));
            checkAlike(place, dimensions);
        }
    }

    private void checkAlike(Place place, List<String> dimensions) {
        if (receiving.filter(alike -> !alike.equals(dimensions)).isPresent()) {
            refuse(
                    place,
                    "weighs a receiver of " + Texts.excerpt(String.join(", ", dimensions)) + " beside those of "
                            + Texts.excerpt(String.join(", ", receiving.get())) + ". Name values of the same"
                            + " dimensions in each.");
        }
    }

    private void refuse(Place place, String message) {
        form.refuse(place, ViolationCode.VALUE_INVALID, named + " " + message);
    }
}
