package nl.marge.allocation.engine;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.setting.Method;

/**
 * A rule ready to be calculated: which pool sends, and to whom by what weights.
 *
 * @param pool position of the pool among those of the input
 * @param group given with {@link Method#RECIPROCAL} alone
 * @param keep ids of the dimensions that arriving cost keeps
 * @param capacity practical minutes, given with {@link Method#TIME_DRIVEN} alone
 * @param streams one, or one for each activity
 */
public record Sender(
        String rule,
        int pool,
        Method method,
        Optional<String> group,
        List<Integer> keep,
        Optional<BigDecimal> capacity,
        List<Stream> streams) {

    public Sender {
        requireNonNull(rule, "rule");
        requireNonNull(method, "method");
        requireNonNull(group, "group");
        keep = List.copyOf(keep);
        requireNonNull(capacity, "capacity");
        streams = List.copyOf(streams);
    }
}
