package nl.marge.profitability.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.alert.MarginAlerts.Alert;

/** In which order alerts are told, and how many of them. */
record AlertOrder(boolean byDifference, int limit) {

    private static final int LIMIT_MAX = 1_000_000;

    /** Reads the parameters {@code sort} and {@code limit}. */
    static AlertOrder read(QueryParameters query) {
        boolean byDifference = query.value(
                        "sort",
                        text -> switch (text) {
                            case "key" -> Optional.of(false);
                            case "-difference" -> Optional.of(true);
                            default -> Optional.empty();
                        },
                        "key, or -difference for the largest change first, whichever way it went")
                .orElse(false);
        return new AlertOrder(byDifference, query.integer("limit", LIMIT_MAX, 1, LIMIT_MAX));
    }

    /** Those to be told, of {@code alerts} in the order of reports. */
    List<Alert> of(List<Alert> alerts) {
        Comparator<Alert> order =
                Comparator.comparing((Alert alert) -> alert.difference().abs()).reversed();
        return (byDifference ? alerts.stream().sorted(order) : alerts.stream())
                .limit(limit)
                .toList();
    }
}
