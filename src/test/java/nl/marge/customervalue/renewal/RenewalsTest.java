package nl.marge.customervalue.renewal;

import static nl.marge.customervalue.Close.asPrinted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.RenewalFits;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.history.HistoriesFixture;
import nl.marge.customervalue.model.ShiftedBetaGeometric;
import nl.marge.customervalue.renewal.Renewals.Tenure;
import nl.marge.customervalue.renewal.Renewals.Term;
import org.junit.jupiter.api.Test;

class RenewalsTest {

    /** A renews twice, B once, C never; D begins a month later and renews. */
    @Test
    void countsWhoIsLeftAfterEachMonth() {
        HistoriesFixture books = new HistoriesFixture(1, "2026-01-01", "2026-04-30")
                .bought("2026-01-05", "2026-01-31", "2026-02-01", "2026-03-31")
                .bought("2026-01-10", "2026-02-28")
                .bought("2026-01-15")
                .bought("2026-02-02", "2026-03-02");

        assertEquals(List.of(List.of(3, 2, 1, 0), List.of(1, 1, 0)), survivors(books, Term.P1M, "2026-04-30"));
    }

    @Test
    void countsNoPeriodThatIsNotOver() {
        HistoriesFixture books = new HistoriesFixture(1, "2026-01-01", "2026-12-31")
                .bought("2026-01-05", "2026-02-05", "2026-03-05")
                .bought("2026-01-06", "2026-02-06")
                .bought("2026-03-01");

        assertEquals(List.of(List.of(2, 2)), survivors(books, Term.P1M, "2026-03-30"));
        assertEquals(List.of(List.of(2, 2, 1), List.of(1)), survivors(books, Term.P1M, "2026-03-31"));
        assertEquals(List.of(List.of(2, 2, 1), List.of(1)), survivors(books, Term.P1M, "2026-04-01"));
    }

    /** What was bought later is not known yet. */
    @Test
    void looksNoFurtherThanTheEnd() {
        HistoriesFixture books = new HistoriesFixture(1, "2026-01-01", "2026-12-31")
                .bought("2026-01-05", "2026-02-05", "2026-05-05")
                .bought("2026-01-06", "2026-04-06");

        assertEquals(List.of(List.of(2, 1)), survivors(books, Term.P1M, "2026-02-28"));
        assertEquals(0, renewals(books, Term.P1M, "2026-02-28").returned());
    }

    @Test
    void whoComesBackHasLeftAllTheSameAndIsCounted() {
        HistoriesFixture books = new HistoriesFixture(1, "2026-01-01", "2026-06-30")
                .bought("2026-01-05", "2026-03-05", "2026-04-05")
                .bought("2026-01-06", "2026-02-06", "2026-03-06");

        Renewals renewals = renewals(books, Term.P1M, "2026-04-30");

        assertEquals(
                List.of(List.of(2, 1, 1, 0)), renewals.losses().orElseThrow().survivors());
        assertEquals(1, renewals.returned());
    }

    /** The fiscal year begins in July: its quarters begin in July, October, January and April. */
    @Test
    void countsQuartersAndYearsOfTheFiscalCalendar() {
        HistoriesFixture books = new HistoriesFixture(7, "2024-07-01", "2026-06-30")
                .bought("2024-09-30", "2024-10-01", "2025-06-30", "2025-07-01")
                .bought("2024-08-01", "2024-12-31", "2025-01-01", "2025-06-30");

        assertEquals(List.of(List.of(2, 1)), survivors(books, Term.P1Y, "2026-06-30"));
        assertEquals(List.of(List.of(2)), survivors(books, Term.P1Y, "2026-06-29"));
        assertEquals(List.of(List.of(2, 2, 1, 1, 0)), survivors(books, Term.P3M, "2025-09-30"));
    }

    /** The first quarter is cut by the range; who began in it is a cohort like any other. */
    @Test
    void takesPeriodsOfTheCalendarWhereverTheRangeBegins() {
        HistoriesFixture books = new HistoriesFixture(1, "2026-03-15", "2026-12-31")
                .bought("2026-03-20", "2026-04-01")
                .bought("2026-03-21", "2026-07-01");

        assertEquals(List.of(List.of(2, 1)), survivors(books, Term.P3M, "2026-06-30"));
    }

    @Test
    void aDayWithoutRevenueRenewsNothing() {
        HistoriesFixture books = new HistoriesFixture(1, "2026-01-01", "2026-02-28")
                .bought("2026-01-02")
                .bought("2026-01-03", "2026-02-03")
                .earned(new TreeMap<>(Map.of(LocalDate.of(2026, 1, 4), -500L, LocalDate.of(2026, 2, 4), 0L)));

        assertEquals(List.of(List.of(2, 1)), survivors(books, Term.P1M, "2026-02-28"));
    }

    @Test
    void saysWhyThereIsNothing() {
        HistoriesFixture books = new HistoriesFixture(1, "2026-01-01", "2026-12-31");
        lacks(
                "There are 0 customers who bought in a period of P1M that is over by 2026-06-30, at least 2 are needed."
                        + " Take a wider filter or a longer range.",
                renewals(books, Term.P1M, "2026-06-30"));
        books.bought("2026-01-05", "2026-02-05");
        lacks(
                "There are 1 customers who bought in a period of P1M that is over by 2026-06-30, at least 2 are needed."
                        + " Take a wider filter or a longer range.",
                renewals(books, Term.P1M, "2026-06-30"));
        books.bought("2026-03-05");
        lacks(
                "No period of P1Y is over by 2026-06-30. Take a longer range or a shorter period.",
                renewals(books, Term.P1Y, "2026-06-30"));
        lacks(
                "No period of P1M is over by 2025-06-30. Take a longer range or a shorter period.",
                renewals(books, Term.P1M, "2025-06-30"));
        lacks(
                "1812 periods of P1M are over by 2050-12-31, at most 601 can be followed. Take a longer period or a"
                        + " shorter range.",
                renewals(new HistoriesFixture(1, "1900-01-01", "2050-12-31"), Term.P1M, "2050-12-31"));
        assertThrows(IllegalArgumentException.class, () -> new Renewals(Optional.empty(), Optional.empty(), 0));
    }

    @Test
    void tellsHowLongEachHasHadTheContract() {
        HistoriesFixture books = new HistoriesFixture(1, "2026-01-01", "2026-12-31")
                .bought("2026-01-05", "2026-02-05", "2026-03-05", "2026-04-01")
                .bought("2026-01-06", "2026-02-06", "2026-03-06")
                .bought("2026-01-07", "2026-02-07", "2026-04-02")
                .bought("2026-04-03")
                .bought("2026-05-01");

        assertEquals(
                List.of(
                        Optional.of(new Tenure(3, true)),
                        Optional.of(new Tenure(2, true)),
                        Optional.of(new Tenure(1, false)),
                        Optional.of(new Tenure(0, true)),
                        Optional.empty()),
                tenures(books, "2026-04-15"));
    }

    /**
     * Fader and Hardie 2007, the segment of regular customers of their figure 1: of 1,000 who begin, so many are left
     * after each of seven years (clv.md 3.8), written down as customers who buy once a year until they leave.
     */
    @Test
    void givesThePublishedSurvivalBackAndFitsIt() {
        List<Integer> published = List.of(1000, 631, 468, 382, 326, 289, 262, 241);
        HistoriesFixture books = new HistoriesFixture(1, "2000-01-01", "2007-12-31");
        for (int customer = 0; customer < 1000; customer++) {
            int place = customer;
            int years = (int) published.stream().filter(left -> left > place).count();
            books.bought(IntStream.range(0, years)
                    .mapToObj(year -> (2000 + year) + "-03-01")
                    .toArray(String[]::new));
        }

        Renewals renewals = renewals(books, Term.P1Y, "2007-12-31");

        assertEquals(List.of(published), renewals.losses().orElseThrow().survivors());
        assertEquals(0, renewals.returned());
        Fit fit = RenewalFits.fit(renewals.losses().orElseThrow());
        ShiftedBetaGeometric model = RenewalFits.model(fit).orElseThrow();
        asPrinted("0.704077", model.alpha());
        asPrinted("1.182043", model.beta());
        // Year 12, five years beyond what was seen; 17.3 % were there.
        asPrinted("17.0", 100 * model.survival(12));
    }

    private static Renewals renewals(HistoriesFixture books, Term term, String end) {
        return Renewals.of(books.histories(), term, day(end));
    }

    private static List<List<Integer>> survivors(HistoriesFixture books, Term term, String end) {
        return renewals(books, term, end).losses().orElseThrow().survivors();
    }

    private static List<Optional<Tenure>> tenures(HistoriesFixture books, String end) {
        Histories histories = books.histories();
        return histories.customers().stream()
                .map(days -> Renewals.tenure(histories, days, Term.P1M, day(end)))
                .toList();
    }

    private static void lacks(String why, Renewals renewals) {
        assertEquals(Optional.of(why), renewals.missing());
        assertEquals(Optional.empty(), renewals.losses());
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
