package nl.marge.profitability.assortment;

import java.math.BigDecimal;
import java.util.Optional;
import nl.marge.platform.http.QueryParameters;

/** Reads limits and lead times: decimals above zero. */
final class PlainDecimal {

    static final String FORM = "a number above 0, at most 1000, with at most 4 decimals, such as 0.5";

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private PlainDecimal() {}

    /** The number that a parameter writes; what is none is noted with the query. */
    static BigDecimal read(QueryParameters query, String name, String absent) {
        return query.value(name, PlainDecimal::of, FORM).orElse(new BigDecimal(absent));
    }

    /** The percentage that a parameter writes; what is none is noted with the query. */
    static BigDecimal readPercent(QueryParameters query, String name, String absent) {
        return query.value(
                        name,
                        text -> of(text).filter(number -> number.compareTo(ALL) <= 0),
                        "a percentage above 0, at most 100, with at most 4 decimals, such as 80")
                .orElse(new BigDecimal(absent));
    }

    /** The number that {@code text} writes; empty when it is none, or out of bounds. */
    static Optional<BigDecimal> of(String text) {
        return text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?")
                ? Optional.of(new BigDecimal(text)).filter(number -> number.signum() > 0 && number.compareTo(MOST) <= 0)
                : Optional.empty();
    }
}
