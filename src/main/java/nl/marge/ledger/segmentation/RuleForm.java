package nl.marge.ledger.segmentation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.marge.dimension.Dimension;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.segmentation.Method.Condition;

/** Checks rules: what their conditions name exists, none is empty, and none hides those after it. Pure. */
final class RuleForm {

    /** Rules at most: beyond that nobody knows which one took a customer. */
    static final int RULES_LIMIT = 100;

    /** Conditions of a rule at most. */
    static final int CONDITIONS_LIMIT = 20;

    /** Texts that an attribute may be at most. */
    static final int TEXTS_LIMIT = 1_000;

    /** So many texts are named of those that an attribute has. */
    private static final int EXAMPLES = 10;

    private final SegmentationForm form;
    private final Map<String, Set<String>> textsByAttribute = new HashMap<>();
    private final Map<String, RuleReach> reaches = new LinkedHashMap<>();

    /** Rules over the attributes of the values of {@code of}. */
    RuleForm(SegmentationForm form, Optional<Dimension> of) {
        this.form = form;
        of.ifPresent(dimension -> form.reference()
                .dimensions()
                .valuesInOrder(dimension.id())
                .forEach(value -> value.attributes().forEach((name, text) -> textsByAttribute
                        .computeIfAbsent(name, none -> new TreeSet<>())
                        .add(text))));
    }

    /** The rules; of use only when nothing is wrong. */
    Method rules(List<SegmentationBody.Rule> said) {
        form.count("/rules", "rules", said.size(), RULES_LIMIT);
        List<Method.Rule> rules = new ArrayList<>();
        for (int i = 0; i < Math.min(said.size(), RULES_LIMIT); i++) {
            SegmentationBody.Rule rule = said.get(i);
            String pointer = "/rules/" + i;
            String named = "Rule " + (i + 1) + " (" + Texts.excerpt(rule.segment()) + ")";
            form.segment(pointer, named, rule.segment());
            int before = form.violations().total();
            if (rule.conditions().isEmpty() && i < said.size() - 1) {
                form.refuse(
                        pointer + "/conditions",
                        ViolationCode.VALUE_MISSING,
                        named + " has no conditions and would leave nothing to the rules after it. Give it conditions,"
                                + " or put it last.");
            }
            List<Condition> conditions = conditions(pointer + "/conditions", named, rule.conditions());
            if (form.violations().total() == before) {
                reach(pointer + "/conditions", named, conditions);
            }
            rules.add(new Method.Rule(rule.segment(), conditions));
        }
        return new Method.Rules(rules);
    }

    /** Refuses a rule that can be proved to take nobody; only one that takes somebody can hide others. */
    private void reach(String pointer, String named, List<Condition> conditions) {
        RuleReach reach = RuleReach.of(conditions);
        Optional<String> contradiction = reach.contradiction();
        Optional<String> hidden = reaches.entrySet().stream()
                .filter(before -> reach.isWithin(before.getValue()))
                .map(before -> inside(before.getKey()) + " takes")
                .findFirst()
                .or(() -> Optional.of("the rules before it together take")
                        .filter(all -> reach.isTakenBy(List.copyOf(reaches.values()))));
        if (contradiction.isPresent()) {
            form.refuse(
                    pointer,
                    ViolationCode.VALUE_INVALID,
                    named + " can never hold: its conditions on " + contradiction.get()
                            + " exclude each other. Correct them, or leave the rule out.");
        } else if (hidden.isPresent()) {
            form.refuse(
                    pointer,
                    ViolationCode.VALUE_INVALID,
                    named + " is never reached: " + hidden.get()
                            + " all that it could. Put it before, change the conditions, or leave it out.");
        } else {
            reaches.put(named, reach);
        }
    }

    private List<Condition> conditions(String pointer, String named, List<SegmentationBody.Condition> said) {
        if (!said.isEmpty()) {
            form.count(pointer, "conditions", said.size(), CONDITIONS_LIMIT);
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < Math.min(said.size(), CONDITIONS_LIMIT); i++) {
            condition(pointer + "/" + i, named, said.get(i)).ifPresent(conditions::add);
        }
        return conditions;
    }

    private Optional<Condition> condition(String pointer, String named, SegmentationBody.Condition said) {
        boolean amounts = said.above().isPresent() || said.atMost().isPresent();
        if (said.attribute().isPresent() == said.measure().isPresent()
                || said.attribute().isPresent() && amounts
                || said.measure().isPresent() && !said.is().isEmpty()) {
            form.refuse(
                    pointer,
                    ViolationCode.VALUE_INVALID,
                    "A condition of " + inside(named)
                            + " is neither of an attribute nor of a measure alone. Give attribute with is, or measure"
                            + " with above, atMost or both.");
            return Optional.empty();
        }
        return said.attribute().isPresent()
                ? Optional.of(attribute(pointer, named, said.attribute().get(), said.is()))
                : Optional.of(measure(pointer, named, said));
    }

    private Condition attribute(String pointer, String named, String name, List<String> is) {
        Set<String> texts = textsByAttribute.getOrDefault(name, Set.of());
        if (texts.isEmpty()) {
            form.refuse(
                    pointer + "/attribute",
                    ViolationCode.VALUE_INVALID,
                    "No value of the dimension has an attribute \"" + Texts.excerpt(name) + "\", which " + inside(named)
                            + " asks for. Give the values one, or correct the name.");
        } else if (!is.isEmpty() && is.stream().noneMatch(texts::contains)) {
            form.refuse(
                    pointer + "/is",
                    ViolationCode.VALUE_INVALID,
                    "No value of the dimension has attribute " + Texts.excerpt(name) + " \"" + Texts.excerpt(is.get(0))
                            + "\"" + (is.size() > 1 ? " or another of the texts" : "") + " that " + inside(named)
                            + " asks for. Give one of those there are, such as "
                            + texts.stream().limit(EXAMPLES).map(Texts::excerpt).collect(Collectors.joining(", "))
                            + ".");
        }
        form.count(pointer + "/is", "texts that attribute " + Texts.excerpt(name) + " may be", is.size(), TEXTS_LIMIT);
        return new Condition.Attribute(name, is);
    }

    private Condition measure(String pointer, String named, SegmentationBody.Condition said) {
        String line = said.measure().orElseThrow();
        int index = form.line(pointer + "/measure", line);
        Optional<BigInteger> above = said.above().flatMap(text -> form.amount(pointer + "/above", text));
        Optional<BigInteger> atMost = said.atMost().flatMap(text -> form.amount(pointer + "/atMost", text));
        if (said.above().isEmpty() && said.atMost().isEmpty()) {
            form.refuse(
                    pointer,
                    ViolationCode.VALUE_MISSING,
                    "A condition of " + inside(named) + " on " + Texts.excerpt(line)
                            + " has no amount. Give above, atMost or both.");
        }
        above.filter(least -> atMost.filter(most -> least.compareTo(most) >= 0).isPresent())
                .ifPresent(least -> form.refuse(
                        pointer + "/atMost",
                        ViolationCode.VALUE_INVALID,
                        "A condition of " + inside(named) + " on " + Texts.excerpt(line)
                                + " is empty: above is not less than atMost. Give the smaller amount as above."));
        return new Condition.Measure(line, index, above, atMost);
    }

    private static String inside(String named) {
        return "r" + named.substring(1);
    }
}
