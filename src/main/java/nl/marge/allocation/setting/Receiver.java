package nl.marge.allocation.setting;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.kernel.Codes;

/** Where cost arrives: one value of each of some dimensions, or another pool. */
public sealed interface Receiver extends Comparable<Receiver> {

    /** The canonical text, unique in a company: {@code CUSTOMER:C1;REGION:EU} by dimension code, or {@code pool:HR}. */
    String text();

    @Override
    default int compareTo(Receiver other) {
        return text().compareTo(other.text());
    }

    /** Another pool, by code. */
    record Pool(String code) implements Receiver {

        /** How a pool is named among the members of a receiver. */
        public static final String MEMBER = "pool";

        public Pool {
            requireNonNull(code, "code");
        }

        @Override
        public String text() {
            return MEMBER + ":" + code;
        }
    }

    /** Values by dimension code. */
    record Values(SortedMap<String, String> codeByDimension) implements Receiver {

        public Values {
            codeByDimension = new TreeMap<>(codeByDimension);
        }

        /** The receiver of these values. */
        public static Values of(Map<String, String> codeByDimension) {
            return new Values(new TreeMap<>(codeByDimension));
        }

        /** The code of the value in a dimension. */
        public Optional<String> code(String dimension) {
            return Optional.ofNullable(codeByDimension.get(dimension));
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder();
            codeByDimension.forEach((dimension, code) -> text.append(text.isEmpty() ? "" : ";")
                    .append(dimension)
                    .append(':')
                    .append(code));
            return text.toString();
        }
    }

    /** The form of the text in words, for messages. */
    String FORM = "a receiver such as SEGMENT:KEY, CUSTOMER:C1;REGION:EU or pool:HR";

    /** The receiver that a caller writes, in any order; empty when it is none. */
    static Optional<Receiver> read(String text) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String value : text.split(";", -1)) {
            int colon = value.indexOf(':');
            boolean wellFormed =
                    colon > 0 && Codes.isCode(value.substring(0, colon)) && Codes.isCode(value.substring(colon + 1));
            if (!wellFormed || values.put(value.substring(0, colon), value.substring(colon + 1)) != null) {
                return Optional.empty();
            }
        }
        boolean pool = values.containsKey(Pool.MEMBER);
        return pool && values.size() > 1
                ? Optional.empty()
                : Optional.of(pool ? new Pool(values.get(Pool.MEMBER)) : new Values(values));
    }

    /** Reads {@link #text()} back. */
    static Receiver ofText(String text) {
        String pool = Pool.MEMBER + ":";
        if (text.startsWith(pool)) {
            return new Pool(text.substring(pool.length()));
        }
        SortedMap<String, String> values = new TreeMap<>();
        for (String value : text.split(";")) {
            int colon = value.indexOf(':');
            values.put(value.substring(0, colon), value.substring(colon + 1));
        }
        return new Values(values);
    }
}
