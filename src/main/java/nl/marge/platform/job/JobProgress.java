package nl.marge.platform.job;

import static java.util.Objects.requireNonNull;

/**
 * How far a job is.
 *
 * @param done how much is done, in {@code unit}
 * @param total how much there is to do, as far as is known now
 * @param unit what is counted: {@code lines}, {@code pools}
 */
public record JobProgress(long done, long total, String unit) {
    public JobProgress {
        requireNonNull(unit, "unit");
        if (done < 0 || total < done) {
            throw new IllegalArgumentException("progress " + done + " of " + total + " " + unit);
        }
    }
}
