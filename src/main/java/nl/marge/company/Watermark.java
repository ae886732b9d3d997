package nl.marge.company;

/**
 * What an answer knew: every entry up to {@code number} and the reference data of {@code referenceVersion}; written
 * {@code 1017.42}.
 */
public record Watermark(long number, long referenceVersion) {
    @Override
    public String toString() {
        return number + "." + referenceVersion;
    }
}
