package nl.marge.company;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer knew: every entry up to {@code number} and the reference data of {@code referenceVersion}; written
 * {@code 1017.42}.
 */
public record Watermark(long number, long referenceVersion) {
    /** The form in words, for messages. */
    public static final String FORM = "the watermark of an answer, such as 1017.42";

    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})");

    /** The watermark written in {@code text}, or empty when it is none. */
    public static Optional<Watermark> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new Watermark(Long.parseLong(written.group(1)), Long.parseLong(written.group(2))))
                : Optional.empty();
    }

    /** Whether it knows something that {@code other} does not. */
    public boolean isBeyond(Watermark other) {
        return number > other.number || referenceVersion > other.referenceVersion;
    }

    @Override
    public String toString() {
        return number + "." + referenceVersion;
    }
}
