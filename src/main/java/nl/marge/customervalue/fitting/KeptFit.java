package nl.marge.customervalue.fitting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fit that was made and never changes.
 *
 * @param ledgerNumber the last entry it saw
 * @param request as it was asked
 */
public record KeptFit(
        String id,
        long ledgerNumber,
        long referenceVersion,
        Instant recordedAt,
        Map<String, String> request,
        FitDetail detail) {

    public KeptFit {
        requireNonNull(id, "id");
        requireNonNull(recordedAt, "recordedAt");
        request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
        requireNonNull(detail, "detail");
    }
}
