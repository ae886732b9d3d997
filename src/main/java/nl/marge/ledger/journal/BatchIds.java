package nl.marge.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ids of batches: the millisecond in the high bits, so that new rows land at the end of the primary key, and chance in
 * the low ones, so that replicas need not ask each other. The order means nothing; a clash is refused by the key.
 */
@ApplicationScoped
class BatchIds {

    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");
    private static final int RANDOM_BITS = 22;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BatchIds(Clock clock) {
        this.clock = clock;
    }

    long next() {
        long millis = Duration.between(EPOCH, clock.instant()).toMillis();
        return millis << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
    }

    /** The smallest id that could be given at {@code instant}. */
    static long firstAt(Instant instant) {
        return Duration.between(EPOCH, instant).toMillis() << RANDOM_BITS;
    }
}
