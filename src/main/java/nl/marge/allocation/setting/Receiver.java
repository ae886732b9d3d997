package nl.marge.allocation.setting;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
            return codeByDimension.entrySet().stream()
                    .map(value -> value.getKey() + ":" + value.getValue())
                    .collect(Collectors.joining(";"));
        }
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
