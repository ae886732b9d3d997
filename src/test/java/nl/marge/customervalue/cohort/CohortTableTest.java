package nl.marge.customervalue.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.marge.customervalue.cohort.CohortMember.Day;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.kernel.FiscalCalendar;
import org.junit.jupiter.api.Test;

class CohortTableTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final FiscalCalendar YEAR = new FiscalCalendar(1);

    @Test
    void placesBuyersByTheirFirstPurchaseAndLeavesOpenWhatIsNotOver() {
        CohortTable table = table(Grain.MONTH, "2026-04-15", Optional.empty());
        table.add(buyer(false, sale("2026-01-10", 100, 40), cost("2026-01-31", 5), sale("2026-02-05", 100, 40)));
        table.add(buyer(false, sale("2026-01-20", 200, 50), sale("2026-03-03", 100, 20), sale("2026-04-02", 50, 20)));
        table.add(new UnclaimedSpend(day("2026-01-05"), 0, BigInteger.valueOf(90)));

        Cohort january = table.all().get(0);

        assertEquals(List.of(2, 1, 1), List.of(january.active(0), january.active(1), january.active(2)));
        assertEquals(3, january.over());
        assertEquals(6, january.ages());
        assertEquals(List.of(85L, 40L, 20L), longs(january.margin(0), january.margin(1), january.margin(2)));
        assertEquals(
                List.of(50L, 20L),
                longs(january.running().netRevenue(), january.running().margin()));
        assertEquals(90, january.acquisition().intValue());
        assertEquals("1.13", payback(january));
    }

    @Test
    void countsACostBeforeTheFirstPurchaseBeforeAgeZero() {
        CohortTable table = table(Grain.MONTH, "2026-04-30", Optional.empty());
        table.add(buyer(false, cost("2026-01-31", 30), sale("2026-03-10", 100, 40)));

        Cohort march = table.all().get(2);

        assertEquals(-30, march.earlier().margin().intValue());
        assertEquals(40, march.margin(0).intValue());
        assertEquals(10, march.total().margin().intValue());
    }

    @Test
    void isEarnedBackAtOnceWhatWasThereBeforeTheFirstPurchase() {
        CohortTable table = table(Grain.MONTH, "2026-04-30", Optional.empty());
        table.add(buyer(false, cost("2026-01-31", -30), sale("2026-03-10", 100, 0)));
        table.add(new UnclaimedSpend(day("2026-03-05"), 0, BigInteger.TEN));

        assertEquals("0.00", payback(table.all().get(2)));
    }

    @Test
    void doesNotEarnBackBeforeAnAgeIsOver() {
        CohortTable table = table(Grain.MONTH, "2026-01-31", Optional.empty());
        table.add(buyer(false, sale("2026-01-10", 100, 40), sale("2026-02-10", 100, 40)));
        table.add(new UnclaimedSpend(day("2026-01-05"), 0, BigInteger.valueOf(60)));

        assertEquals(1, table.all().get(0).over());
        assertEquals(Optional.empty(), table.all().get(0).payback());
    }

    @Test
    void discountsEachDayToTheBeginningOfItsCohort() {
        CohortTable table = new CohortTable(
                new CohortCalendar(
                        Grain.MONTH, YEAR, FIRST, LocalDate.parse("2030-12-31"), LocalDate.parse("2030-12-31")),
                Period.ofMonths(6),
                AnnualRate.read("0.10"),
                false);
        // 1461 days are four years: 146.41 is worth 100 at the beginning.
        table.add(buyer(false, sale("2026-01-01", 10000, 5000), sale("2030-01-01", 20000, 14641)));

        BigDecimal worth = new BigDecimal(table.all().get(0).worth(), DayFactors.DECIMALS);

        assertEquals("15000", worth.setScale(0, RoundingMode.HALF_UP).toPlainString());
    }

    @Test
    void countsFiscalQuarters() {
        CohortCalendar calendar = new CohortCalendar(
                Grain.QUARTER,
                new FiscalCalendar(2),
                FIRST,
                LocalDate.parse("2026-09-30"),
                LocalDate.parse("2026-09-30"));

        assertEquals(4, calendar.size());
        assertEquals("2026-Q4", calendar.name(0));
        assertEquals("2027-Q1", calendar.name(1));
        assertEquals(LocalDate.parse("2025-11-01"), calendar.begin(0));
        assertEquals(3, calendar.over());
    }

    /** Who was silent for over a month: lost at his last purchase; all others were seen until a month before the end. */
    @Test
    void tellsWhoIsLostFromWhoMayStillCome() {
        CohortTable table = table(Grain.MONTH, "2026-04-15", Optional.empty());
        table.add(buyer(false, sale("2026-01-10", 1, 1), sale("2026-04-02", 1, 1)));
        table.add(buyer(false, sale("2026-01-20", 1, 1), sale("2026-03-03", 1, 1)));
        table.add(buyer(false, sale("2026-02-01", 1, 1)));
        table.add(buyer(false, sale("2026-02-14", 1, 1), sale("2026-03-20", 1, 1)));
        table.add(buyer(false, sale("2026-03-16", 1, 1)));

        assertEquals(2, table.all().get(0).lifetimes().customers());
        assertEquals(1, table.all().get(0).lifetimes().lost());
        assertEquals(2, table.all().get(1).lifetimes().customers());
        assertEquals(1, table.all().get(1).lifetimes().lost());
        assertEquals(0, table.all().get(2).lifetimes().customers());
    }

    @Test
    void losesNoCentOfAnyBuyer() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            CohortTable table =
                    table(random.nextBoolean() ? Grain.MONTH : Grain.QUARTER, "2026-06-15", Optional.empty());
            Amounts sum = Amounts.NONE;
            for (int i = 0; i < random.nextInt(40); i++) {
                CohortMember buyer = randomBuyer(random);
                table.add(buyer);
                sum = sum.plus(Amounts.of(buyer));
            }
            BigInteger spent = BigInteger.valueOf(random.nextInt(100));
            table.add(new UnclaimedSpend(day("2026-02-01"), random.nextInt(3), spent));

            assertEquals(sum.plus(new Amounts(BigInteger.ZERO, BigInteger.ZERO, spent)), table.total(), "seed " + seed);
            table.segments().values().forEach(rows -> assertEquals(table.all().size(), rows.size()));
            assertEquals(
                    table.all().stream().map(Cohort::total).reduce(Amounts.NONE, Amounts::plus),
                    table.segments().values().stream()
                            .flatMap(List::stream)
                            .map(Cohort::total)
                            .reduce(Amounts.NONE, Amounts::plus),
                    "seed " + seed);
        }
    }

    private static CohortMember randomBuyer(Random random) {
        List<Day> days = new ArrayList<>();
        for (int day = day("2026-01-01"); day <= day("2026-06-30"); day += 1 + random.nextInt(90)) {
            int revenue = random.nextInt(200) - 50;
            days.add(new Day(
                    day,
                    BigInteger.valueOf(revenue),
                    BigInteger.valueOf(random.nextInt(200) - 100),
                    BigInteger.valueOf(random.nextInt(10)),
                    revenue > 0));
        }
        return new CohortMember(random.nextInt(3), random.nextInt(4) == 0, days);
    }

    private static CohortTable table(Grain grain, String observed, Optional<AnnualRate> rate) {
        return new CohortTable(
                new CohortCalendar(grain, YEAR, FIRST, last(observed), LocalDate.parse(observed)),
                Period.ofMonths(1),
                rate,
                true);
    }

    private static LocalDate last(String observed) {
        LocalDate half = LocalDate.parse("2026-06-30");
        return LocalDate.parse(observed).isAfter(half) ? LocalDate.parse(observed) : half;
    }

    private static CohortMember buyer(boolean before, Day... days) {
        return new CohortMember(1, before, Arrays.asList(days));
    }

    private static Day sale(String date, long revenue, long margin) {
        return new Day(day(date), BigInteger.valueOf(revenue), BigInteger.valueOf(margin), BigInteger.ZERO, true);
    }

    private static Day cost(String date, long cost) {
        return new Day(day(date), BigInteger.ZERO, BigInteger.valueOf(-cost), BigInteger.ZERO, false);
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    private static String payback(Cohort cohort) {
        return cohort.payback()
                .orElseThrow()
                .ages()
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static List<Long> longs(BigInteger... amounts) {
        return Arrays.stream(amounts).map(BigInteger::longValueExact).toList();
    }
}
