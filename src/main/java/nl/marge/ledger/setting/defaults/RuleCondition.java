package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a default rule asks of a line beside its source. A condition on what the line does not have is not met
 * (domain.md R11).
 */
public sealed interface RuleCondition {

    /** The forms a condition may have, for messages. */
    String FORM = "{\"dimension\",\"value\"}, {\"account\"} or {\"dimension\",\"attribute\",\"equals\"}";

    /** The condition in words: {@code CHANNEL is WEB}. */
    String inWords();

    /** The members by which the contract writes the condition. */
    Map<String, String> members();

    /** Whether it names a value of a dimension, or, asked without one, the dimension. */
    default boolean names(String dimension, Optional<String> value) {
        return this instanceof OfValue of
                ? of.dimension().equals(dimension) && of.value().equals(value.orElse(of.value()))
                : this instanceof OfAttribute attribute
                        && value.isEmpty()
                        && attribute.dimension().equals(dimension);
    }

    /** The condition of these {@link #members()}; empty when they are none of the forms. */
    static Optional<RuleCondition> of(Map<String, String> members) {
        Set<String> names = members.keySet();
        if (names.equals(Set.of("account"))) {
            return AccountPattern.read(members.get("account")).map(OfAccount::new);
        }
        String dimension = members.get("dimension");
        if (names.equals(Set.of("dimension", "value"))) {
            String value = members.get("value");
            boolean andBelow = value.endsWith("*");
            String code = andBelow ? value.substring(0, value.length() - 1) : value;
            return Optional.of(new OfValue(dimension, code, andBelow));
        }
        return names.equals(Set.of("dimension", "attribute", "equals"))
                ? Optional.of(new OfAttribute(dimension, members.get("attribute"), members.get("equals")))
                : Optional.empty();
    }

    /** The line carries this value of the dimension, or, with {@code andBelow}, it or one below it. */
    record OfValue(String dimension, String value, boolean andBelow) implements RuleCondition {
        public OfValue {
            requireNonNull(dimension, "dimension");
            requireNonNull(value, "value");
        }

        @Override
        public String inWords() {
            return dimension + " is " + value + (andBelow ? " or below it" : "");
        }

        @Override
        public Map<String, String> members() {
            return ordered("dimension", dimension, "value", value + (andBelow ? "*" : ""));
        }
    }

    /** The line's account is among these. */
    record OfAccount(AccountPattern accounts) implements RuleCondition {
        public OfAccount {
            requireNonNull(accounts, "accounts");
        }

        @Override
        public String inWords() {
            return "the account is " + accounts.text();
        }

        @Override
        public Map<String, String> members() {
            return ordered("account", accounts.text());
        }
    }

    /** The line's value of the dimension has the attribute, with this text. */
    record OfAttribute(String dimension, String attribute, String text) implements RuleCondition {
        public OfAttribute {
            requireNonNull(dimension, "dimension");
            requireNonNull(attribute, "attribute");
            requireNonNull(text, "text");
        }

        @Override
        public String inWords() {
            return attribute + " of " + dimension + " is " + text;
        }

        @Override
        public Map<String, String> members() {
            return ordered("dimension", dimension, "attribute", attribute, "equals", text);
        }
    }

    private static Map<String, String> ordered(String... namesAndTexts) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return members;
    }
}
