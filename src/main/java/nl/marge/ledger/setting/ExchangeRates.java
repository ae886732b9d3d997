package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.marge.dimension.Attributes;
import nl.marge.kernel.exchange.ExchangeRate;
import org.jdbi.v3.core.Handle;

/**
 * A company's exchange rates and how it uses them. A rate holds from its day until the next of its pair; where a pair
 * has rates both ways the later day counts, on the same day the rate as it was said; where it has none, two rates are
 * joined over one currency, by default the company's.
 */
public final class ExchangeRates {

    /** No rates, and the standard use of them. */
    public static final ExchangeRates NONE = new ExchangeRates(List.of(), CurrencySetting.STANDARD);

    private static final Comparator<Rate> ORDER = Comparator.comparing(Rate::type)
            .thenComparing(Rate::from)
            .thenComparing(Rate::to)
            .thenComparing(Rate::date);

    private final NavigableSet<Rate> rates = new TreeSet<>(ORDER);
    private final Map<Pair, NavigableMap<LocalDate, Rate>> ratesByPair = new HashMap<>();
    private final CurrencySetting setting;

    public ExchangeRates(Collection<Rate> rates, CurrencySetting setting) {
        this.setting = requireNonNull(setting, "setting");
        for (Rate rate : rates) {
            this.rates.add(rate);
            ratesByPair
                    .computeIfAbsent(new Pair(rate.type, rate.from, rate.to), none -> new TreeMap<>())
                    .put(rate.date, rate);
        }
    }

    /** What is said of a pair from one day on: units of {@code to} for one of {@code from}. */
    public record Rate(String type, String from, String to, LocalDate date, BigDecimal rate) {
        public Rate {
            requireNonNull(type, "type");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(date, "date");
            requireNonNull(rate, "rate");
        }
    }

    /** A rate as it is used: the one said, or the way back of it. */
    public record Step(Rate rate, boolean inverse) {
        public Step {
            requireNonNull(rate, "rate");
        }

        ExchangeRate ratio() {
            ExchangeRate said = ExchangeRate.of(rate.rate());
            return inverse ? said.inverse() : said;
        }
    }

    /** The rate between two currencies on a day, and the rates it comes from: one, or two that are joined. */
    public record Quote(ExchangeRate rate, List<Step> steps) {
        public Quote {
            requireNonNull(rate, "rate");
            steps = List.copyOf(steps);
        }
    }

    private record Pair(String type, String from, String to) {}

    /** How the rates are used. */
    public CurrencySetting setting() {
        return setting;
    }

    /** How many rates there are. */
    public int size() {
        return rates.size();
    }

    /** The rate said of exactly that key. */
    public Optional<Rate> rate(String type, String from, String to, LocalDate date) {
        return Optional.ofNullable(ratesByPair
                .getOrDefault(new Pair(type, from, to), new TreeMap<>())
                .get(date));
    }

    /** The rates after that key, by type, from, to and day; a key need not be one of them. */
    public Collection<Rate> ratesAfter(String type, String from, String to, LocalDate date) {
        return rates.tailSet(new Rate(type, from, to, date, BigDecimal.ONE), false);
    }

    /** All rates, by type, from, to and day. */
    public Collection<Rate> rates() {
        return rates;
    }

    /** The types of rates there are, in order. */
    public List<String> types() {
        return ratesByPair.keySet().stream().map(Pair::type).distinct().sorted().toList();
    }

    /**
     * The rate on {@code date}: the last one said on or before it.
     *
     * @param companyCurrency over which rates are joined unless the setting names another
     */
    public Optional<Quote> quote(String type, String from, String to, LocalDate date, String companyCurrency) {
        String via = setting.viaCurrency().orElse(companyCurrency);
        Optional<Step> direct = step(type, from, to, date);
        if (direct.isPresent() || via.equals(from) || via.equals(to)) {
            return direct.map(step -> new Quote(step.ratio(), List.of(step)));
        }
        return step(type, from, via, date).flatMap(first -> step(type, via, to, date)
                .map(second -> new Quote(first.ratio().then(second.ratio()), List.of(first, second))));
    }

    private Optional<Step> step(String type, String from, String to, LocalDate date) {
        Optional<Rate> said = last(type, from, to, date);
        Optional<Rate> back = last(type, to, from, date);
        boolean isBack = back.isPresent()
                && (said.isEmpty() || back.get().date().isAfter(said.get().date()));
        return isBack ? back.map(rate -> new Step(rate, true)) : said.map(rate -> new Step(rate, false));
    }

    private Optional<Rate> last(String type, String from, String to, LocalDate date) {
        return Optional.ofNullable(ratesByPair.get(new Pair(type, from, to)))
                .flatMap(byDate -> Optional.ofNullable(byDate.floorEntry(date)))
                .map(Map.Entry::getValue);
    }

    /** Reads them; of each key the last version counts. */
    static ExchangeRates load(Handle handle, int companyId) {
        NavigableMap<Rate, Boolean> rates = new TreeMap<>(ORDER);
        handle.createQuery("""
                        select rate_type, from_currency, to_currency, rate_date, coalesce(rate, 0) as rate
                        from exchange_rate
                        where company_id = :companyId
                        order by rate_type, from_currency, to_currency, rate_date, version
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> rate(row))
                .forEach(rate -> {
                    rates.remove(rate);
                    if (rate.rate().signum() > 0) {
                        rates.put(rate, true);
                    }
                });
        return new ExchangeRates(rates.keySet(), setting(handle, companyId));
    }

    private static CurrencySetting setting(Handle handle, int companyId) {
        return handle.createQuery("""
                        select version, rate_type, via_currency, exchange_difference_account, rounding_account,
                          dimensions
                        from currency_setting
                        where company_id = :companyId
                        order by version desc
                        limit 1
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> new CurrencySetting(
                        row.getString("rate_type"),
                        Optional.ofNullable(row.getString("via_currency")),
                        Optional.ofNullable(row.getString("exchange_difference_account")),
                        Optional.ofNullable(row.getString("rounding_account")),
                        Attributes.read(row.getString("dimensions")),
                        row.getLong("version")))
                .findOne()
                .orElse(CurrencySetting.STANDARD);
    }

    private static Rate rate(ResultSet row) throws SQLException {
        return new Rate(
                row.getString("rate_type"),
                row.getString("from_currency"),
                row.getString("to_currency"),
                row.getObject("rate_date", LocalDate.class),
                row.getBigDecimal("rate").stripTrailingZeros());
    }
}
