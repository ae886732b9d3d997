package nl.marge.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Sha256;

/**
 * Where each value of a line's dimension set comes from. Only what did not stand on the line itself is kept, so the
 * provenance of most lines is empty; equal ones are stored once.
 */
public final class Provenance {

    /** Every value stood on the line. */
    public static final Provenance EXPLICIT = new Provenance(Map.of());

    private final Map<Integer, Origin> originByDimension;

    /** Made when first asked for: lines of one entry mostly share their provenance. */
    private long id;

    /** The same for the text and the hash, which sealing and storing ask of every line. */
    private String content = "";

    private int hash;

    /** Of dimension id to origin; a dimension that is not there was explicit on the line. */
    public Provenance(Map<Integer, Origin> originByDimension) {
        this.originByDimension = Map.copyOf(originByDimension);
    }

    /** Dimension id to origin, without those that were explicit on the line. */
    public Map<Integer, Origin> originByDimension() {
        return originByDimension;
    }

    /** Whether every value stood on the line. */
    public boolean isExplicit() {
        return originByDimension.isEmpty();
    }

    /** Where the value of a dimension comes from; empty when it stood on the line. */
    public Optional<Origin> origin(int dimensionId) {
        return Optional.ofNullable(originByDimension.get(dimensionId));
    }

    /** That of a line moved from one set to another: what is new comes from {@code mover}, the rest as before. */
    public Provenance moved(DimensionSet before, DimensionSet after, Origin mover) {
        Map<Integer, Origin> origins = new TreeMap<>();
        for (int i = 0; i < after.size(); i++) {
            int dimension = after.dimensionId(i);
            boolean kept = after.valueId(i) == before.valueOf(dimension);
            Optional<Origin> origin = kept ? origin(dimension) : Optional.of(mover);
            origin.ifPresent(found -> origins.put(dimension, found));
        }
        return new Provenance(origins);
    }

    /** The canonical text {@code 3:HEADER,4:RULE=R1@42}: by dimension id. */
    public String content() {
        if (content.isEmpty() && !isExplicit()) {
            StringBuilder text = new StringBuilder();
            new TreeMap<>(originByDimension).forEach((dimension, origin) -> text.append(text.isEmpty() ? "" : ",")
                    .append(dimension)
                    .append(':')
                    .append(origin.text()));
            content = text.toString();
        }
        return content;
    }

    /** Reads {@link #content()}. */
    public static Provenance ofContent(String content) {
        if (content.isEmpty()) {
            return EXPLICIT;
        }
        Map<Integer, Origin> origins = new TreeMap<>();
        for (String part : content.split(",")) {
            int colon = part.indexOf(':');
            origins.put(Integer.parseInt(part.substring(0, colon)), Origin.of(part.substring(colon + 1)));
        }
        return new Provenance(origins);
    }

    /** What a line carries in the database: {@link #id()}, or 0 for {@link #EXPLICIT}. */
    public long storedId() {
        return isExplicit() ? 0 : id();
    }

    /** By what the content is stored: 63 bits of its SHA-256, never 0; whoever stores one compares the content. */
    public long id() {
        if (id == 0) {
            byte[] hash = Sha256.of(content().getBytes(StandardCharsets.US_ASCII));
            id = (ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE) | 1;
        }
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof Provenance that && originByDimension.equals(that.originByDimension);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = originByDimension.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return "{" + content() + "}";
    }

    /** What put a value where it stands. */
    public enum Kind {
        /** The header of the entry. */
        HEADER,
        /** A default rule; the detail is {@code code@version}. */
        RULE,
        /** Another line of the same entry; the detail is its number as sent, from 1. */
        INHERITED,
        /** A line that Marge itself adds, such as an exchange difference. */
        SYSTEM,
        /** A reclassification; the detail is its id. */
        CORRECTION,
        /** Nothing: what stood there was wrong, and its source is accepted as unassigned. */
        LEFT_OUT
    }

    /** One origin; {@code detail} is made of codes and numbers only. */
    public record Origin(Kind kind, Optional<String> detail) {

        public static final Origin HEADER = new Origin(Kind.HEADER, Optional.empty());
        public static final Origin LEFT_OUT = new Origin(Kind.LEFT_OUT, Optional.empty());

        public Origin {
            requireNonNull(kind, "kind");
            if (detail.isPresent() && detail.get().chars().anyMatch(c -> ",:=".indexOf(c) >= 0)) {
                throw new IllegalArgumentException("a detail of provenance has no , : or =, but " + detail.get());
            }
        }

        /** Another line of the entry, counted from 1 as sent. */
        public static Origin inherited(int line) {
            return new Origin(Kind.INHERITED, Optional.of(Integer.toString(line)));
        }

        /** A default rule as it was said with a version of the reference data. */
        public static Origin rule(String code, long version) {
            return new Origin(Kind.RULE, Optional.of(code + "@" + version));
        }

        private String text() {
            return kind.name() + detail.map(text -> "=" + text).orElse("");
        }

        private static Origin of(String text) {
            int equal = text.indexOf('=');
            return equal < 0
                    ? new Origin(Kind.valueOf(text), Optional.empty())
                    : new Origin(Kind.valueOf(text.substring(0, equal)), Optional.of(text.substring(equal + 1)));
        }
    }
}
