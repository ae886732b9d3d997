package nl.marge.ledger.setting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.marge.kernel.Dates;
import org.jdbi.v3.core.Handle;

/** Which fiscal periods of which scenario take postings. A period nobody spoke of is OPEN. */
public final class PeriodStatuses {

    /** Nothing was said: every period is open. */
    public static final PeriodStatuses NONE = new PeriodStatuses(List.of());

    private final Map<String, NavigableMap<YearMonth, FiscalPeriod>> byScenario = new TreeMap<>();

    /** The statuses that {@code said} says; of two for the same period the later in order counts. */
    public PeriodStatuses(Collection<FiscalPeriod> said) {
        for (FiscalPeriod period : said) {
            byScenario
                    .computeIfAbsent(period.scenario(), scenario -> new TreeMap<>())
                    .put(period.period(), period);
        }
    }

    /** All that was ever said, by scenario and period; the last word counts. */
    static PeriodStatuses load(Handle handle, int companyId) {
        return new PeriodStatuses(handle.createQuery("""
                        select scenario, period, status, version
                        from period_status
                        where company_id = :companyId
                        order by scenario, period, version
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> new FiscalPeriod(
                        row.getString("scenario"),
                        YearMonth.parse(row.getString("period")),
                        FiscalPeriod.Status.valueOf(row.getString("status")),
                        row.getLong("version")))
                .list());
    }

    /** The status of the period that {@code date} lies in. */
    public FiscalPeriod.Status on(String scenario, LocalDate date) {
        return period(scenario, YearMonth.from(date)).map(FiscalPeriod::status).orElse(FiscalPeriod.Status.OPEN);
    }

    /** What was last said of a period; empty when nothing was. */
    public Optional<FiscalPeriod> period(String scenario, YearMonth period) {
        return Optional.ofNullable(ofScenario(scenario).get(period));
    }

    /** The scenarios that somebody spoke of, by code. */
    public Set<String> scenarios() {
        return Collections.unmodifiableSet(byScenario.keySet());
    }

    /** The periods of a scenario that somebody spoke of, in order of time. */
    public List<FiscalPeriod> periods(String scenario) {
        return List.copyOf(ofScenario(scenario).values());
    }

    /**
     * The first day of the first open period after that of {@code date}; empty when one comes before it that has not
     * begun, because nobody plans for what lies behind, or when Marge's calendar has none.
     */
    public Optional<LocalDate> firstOpenDayAfter(String scenario, LocalDate date) {
        NavigableMap<YearMonth, FiscalPeriod> said = ofScenario(scenario);
        YearMonth period = YearMonth.from(date).plusMonths(1);
        while (isClosed(said, period)) {
            period = period.plusMonths(1);
        }
        LocalDate first = period.atDay(1);
        boolean begun = !said.containsKey(period) || said.get(period).status() == FiscalPeriod.Status.OPEN;
        return begun && !first.isAfter(Dates.LAST) ? Optional.of(first) : Optional.empty();
    }

    private static boolean isClosed(NavigableMap<YearMonth, FiscalPeriod> said, YearMonth period) {
        return said.containsKey(period)
                && (said.get(period).status() == FiscalPeriod.Status.CLOSED
                        || said.get(period).status() == FiscalPeriod.Status.SOFT_CLOSED);
    }

    private NavigableMap<YearMonth, FiscalPeriod> ofScenario(String scenario) {
        return byScenario.getOrDefault(scenario, Collections.emptyNavigableMap());
    }
}
