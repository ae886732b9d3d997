package nl.marge.profitability.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.lever.Lever;
import nl.marge.allocation.lever.LeverChange;
import nl.marge.allocation.lever.LeverKind;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Money;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.RowNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The levers of domain.md oracle F on the books of oracle A, line 80 held constant. */
class OracleFTest {

    private static final Map<Integer, String> SEGMENTS = segments();

    private final OracleBooksA books = new OracleBooksA();

    @ParameterizedTest
    @CsvSource({
        // lever, filter, driver, change, -> on the segment, on the company, on unused capacity
        "PRICE,             SEGMENT:KEY,            , %1,    KEY,  8624.00, 8624.00,    0.00",
        "PURCHASE_TERMS,    SEGMENT:KEY,            , %-1,   KEY,  6160.00, 6160.00,    0.00",
        "SALES_COMMISSION,  SEGMENT:MKB,            , %-25,  MKB,  5700.00, 5700.00,    0.00",
        "MARKETING,         SEGMENT:WEB,            , %-10,  WEB,  5000.00, 5000.00,    0.00",
        "BACK_OFFICE,       SEGMENT:KEY, ORDER_LINES, -2400, KEY,  5040.00,    0.00, 5040.00",
        "CREDIT_COLLECTION, SEGMENT:WEB, DUNNING,     =300,  WEB,  1575.00,    0.00, 1575.00"
    })
    void comesOutToTheCent(
            LeverKind kind,
            String filter,
            String driver,
            String change,
            String segment,
            String onSegment,
            String onCompany,
            String onUnused) {
        WhatIf whatIf = books.whatIf(lever(kind, filter, driver, change));

        // A cost that falls is a difference below 0 on its line and above 0 in the profit.
        assertEquals(onSegment, profit(whatIf, segment));
        assertEquals(onCompany, text(whatIf.differences().company().get(profitLine(whatIf))));
        assertEquals(signless(onUnused), signless(profit(whatIf, "~UNUSED_CAPACITY")));
        assertTies(whatIf);
    }

    @Test
    void freedTimeIsUnusedCapacityAndNoProfit() {
        WhatIf whatIf = books.whatIf(lever(LeverKind.BACK_OFFICE, "SEGMENT:KEY", "ORDER_LINES", "-2400"));

        assertEquals("-5040.00", line(whatIf, "KEY", "BACK_OFFICE"));
        assertEquals("5040.00", line(whatIf, "~UNUSED_CAPACITY", "BACK_OFFICE"));
        assertEquals("-5040.00", profit(whatIf, "~UNUSED_CAPACITY"));
        assertEquals("0.00", profit(whatIf, "MKB"));
        assertEquals("0.00", line(whatIf, "KEY", "OVERHEAD"));
        assertEquals("27720.00", text(whatIf.before(row(whatIf, "KEY")).get(index(whatIf, "BACK_OFFICE"))));
        assertEquals(
                "8158.50", text(whatIf.before(row(whatIf, "~UNUSED_CAPACITY")).get(index(whatIf, "BACK_OFFICE"))));
    }

    @Test
    void priceScalesWhatFollowsRevenueAndVolumeTheGoodsToo() {
        WhatIf price = books.whatIf(lever(LeverKind.PRICE, "SEGMENT:KEY", null, "%1"));
        Lever withVolume = new Lever(
                LeverKind.PRICE,
                "SEGMENT:KEY",
                Optional.empty(),
                new LeverChange.Percent(new BigDecimal("1")),
                Optional.of(new BigDecimal("-2")));
        WhatIf volume = books.whatIf(withVolume);

        assertEquals("10000.00", line(price, "KEY", "GROSS_REVENUE"));
        assertEquals("1200.00", line(price, "KEY", "DEDUCTIONS"));
        assertEquals("176.00", line(price, "KEY", "SALES_COMMISSION"));
        assertEquals("0.00", line(price, "KEY", "COGS"));
        // 1.01 x 0.98 - 1 = -1.02 %, and 2 % fewer goods.
        assertEquals("-10200.00", line(volume, "KEY", "GROSS_REVENUE"));
        assertEquals("-1224.00", line(volume, "KEY", "DEDUCTIONS"));
        assertEquals("-179.52", line(volume, "KEY", "SALES_COMMISSION"));
        assertEquals("-12320.00", line(volume, "KEY", "COGS"));
        assertEquals("3523.52", profit(volume, "KEY"));
        assertTies(volume);
    }

    @Test
    void totalIsDividedInProportionAndLosesNoCent() {
        WhatIf by = books.whatIf(lever(LeverKind.MARKETING, "", null, "100.00"));
        WhatIf to = books.whatIf(lever(LeverKind.MARKETING, "SEGMENT:KEY,WEB", null, "=0.00"));

        // 10000 : 20000 : 50000
        assertEquals("12.50", line(by, "KEY", "MARKETING"));
        assertEquals("25.00", line(by, "MKB", "MARKETING"));
        assertEquals("62.50", line(by, "WEB", "MARKETING"));
        assertEquals("-10000.00", line(to, "KEY", "MARKETING"));
        assertEquals("0.00", line(to, "MKB", "MARKETING"));
        assertEquals("-50000.00", line(to, "WEB", "MARKETING"));
    }

    @Test
    void roundsTheCompanyOnceAndBringsItToTheRowsByLargestRemainder() {
        // Of 1000000.00, 600000.00 and 400000.00 that is 0.01, 0.006 and 0.004: 0.02 in all.
        WhatIf whatIf = books.whatIf(lever(LeverKind.PRICE, "", null, "%0.000001"));

        assertEquals("0.02", text(whatIf.differences().company().get(index(whatIf, "GROSS_REVENUE"))));
        assertEquals("0.01", line(whatIf, "KEY", "GROSS_REVENUE"));
        assertEquals("0.01", line(whatIf, "MKB", "GROSS_REVENUE"));
        assertEquals("0.00", line(whatIf, "WEB", "GROSS_REVENUE"));
        assertTies(whatIf);
    }

    @Test
    void workWithoutADriverMovesOnlyWhatWasPostedDirectly() {
        WhatIf whatIf = books.whatIf(lever(LeverKind.CREDIT_COLLECTION, "SEGMENT:WEB", null, "%-50"));
        WhatIf ofPool = books.whatIf(lever(LeverKind.BACK_OFFICE, "SEGMENT:", null, "%-10"));

        // Bad debt of 12000.00 is halved, the 7875.00 that dunning brought stays.
        assertEquals("-6000.00", line(whatIf, "WEB", "CREDIT_COLLECTION"));
        assertEquals("6000.00", text(whatIf.differences().company().get(profitLine(whatIf))));
        // The pool's own cost stands unassigned where it was posted.
        assertEquals("10584.00", profit(ofPool, "UNASSIGNED"));
    }

    @Test
    void leversFollowEachOtherAndEachIsToldAlone() {
        Lever price = lever(LeverKind.PRICE, "SEGMENT:KEY", null, "%10");
        Lever commission = lever(LeverKind.SALES_COMMISSION, "SEGMENT:KEY", null, "%-50");

        WhatIf whatIf = books.whatIf(price, commission);

        // 17600.00 x 1.1 x 0.5 = 9680.00
        assertEquals("-7920.00", line(whatIf, "KEY", "SALES_COMMISSION"));
        assertEquals(
                "86240.00", text(whatIf.alone().get(0).row(key(whatIf, "KEY")).get(profitLine(whatIf))));
        assertEquals(
                "8800.00", text(whatIf.alone().get(1).row(key(whatIf, "KEY")).get(profitLine(whatIf))));
        assertEquals("95920.00", profit(whatIf, "KEY"));
    }

    @Test
    void capacityThatWasShortShowsAsARowWhereThereWasNone() {
        OracleBooksA full = new OracleBooksA("93030");
        WhatIf less = full.whatIf(lever(LeverKind.BACK_OFFICE, "SEGMENT:KEY", "ORDER_LINES", "-2400"));
        WhatIf more = full.whatIf(lever(LeverKind.BACK_OFFICE, "SEGMENT:KEY", "ORDER_LINES", "2400"));

        assertEquals(
                List.of("KEY", "MKB", "WEB", "UNASSIGNED", "~UNUSED_CAPACITY"),
                less.rows().stream().map(row -> code(less, row)).toList());
        assertEquals(RowKind.UNUSED_CAPACITY, less.rows().get(4).kind());
        assertEquals("0.00", text(less.differences().company().get(profitLine(less))));
        assertEquals(RowKind.OVER_DRIVEN, more.rows().get(4).kind());
        assertEquals("0.00", text(more.differences().company().get(profitLine(more))));
        assertTies(more);
    }

    @Test
    void reportFilterHidesRowsButNotWhatALeverIsDividedOver() {
        WhatIf whatIf = books.whatIf("SEGMENT", "SEGMENT:WEB", lever(LeverKind.MARKETING, "", null, "100.00"));

        assertEquals("62.50", text(whatIf.differences().company().get(index(whatIf, "MARKETING"))));
        assertEquals(
                List.of("WEB", "UNASSIGNED"),
                whatIf.rows().stream().map(row -> code(whatIf, row)).toList());
    }

    @Test
    void withoutAxesTheCompanyIsTheOnlyRow() {
        WhatIf whatIf = books.whatIf("", "", lever(LeverKind.BACK_OFFICE, "SEGMENT:KEY", "ORDER_LINES", "-2400"));

        assertEquals(1, whatIf.rows().size());
        assertEquals("0.00", text(whatIf.differences().row(List.of()).get(profitLine(whatIf))));
    }

    @Test
    void refusesEveryLeverThatNothingCanBeDividedBy() {
        Refusal refused = assertThrows(
                Refusal.class,
                () -> books.whatIf(
                        lever(LeverKind.SALES_COMMISSION, "SEGMENT:WEB", null, "100.00"),
                        lever(LeverKind.MARKETING, "SEGMENT:", null, "=5.00"),
                        lever(LeverKind.BACK_OFFICE, "SEGMENT:", "CALLS", "5"),
                        lever(LeverKind.BACK_OFFICE, "SEGMENT:KEY", "ORDER_LINES", "-9600.000001")));

        assertEquals(
                List.of("/levers/0/changeBy", "/levers/1/to", "/levers/2/changeBy", "/levers/3/changeBy"),
                refused.violations().stream()
                        .map(violation -> ((Place.Pointer) violation.place()).pointer())
                        .sorted()
                        .toList());
        assertTrue(
                refused.violations().stream().anyMatch(violation -> violation
                        .message()
                        .startsWith("Lever SALES_COMMISSION is to change SALES_COMMISSION of SEGMENT:WEB,"
                                + " which comes to 0 there")),
                refused.violations().toString());
    }

    @Test
    void onePercentOfEachLeverIsRankedByWhatItDoesToTheRow() {
        List<Trials.Sensitivity> all = books.trials().sensitivity();

        assertEquals(
                List.of(
                        "KEY PRICE 1: 8624.00 / 8624.00",
                        "KEY PURCHASE_TERMS -1: 6160.00 / 6160.00",
                        "MKB PRICE 1: 5472.00 / 5472.00",
                        "WEB PRICE 1: 3900.00 / 3900.00",
                        "MKB PURCHASE_TERMS -1: 3705.00 / 3705.00",
                        "WEB PURCHASE_TERMS -1: 2340.00 / 2340.00",
                        "UNASSIGNED BACK_OFFICE -1: 1058.40 / 1058.40",
                        "WEB MARKETING -1: 500.00 / 500.00",
                        "MKB SALES_COMMISSION -1: 228.00 / 228.00",
                        "KEY BACK_OFFICE ORDER_LINES -1: 201.60 / 0.00"),
                all.stream().limit(10).map(OracleFTest::told).toList());
        assertTrue(all.stream()
                .map(OracleFTest::told)
                .toList()
                .contains("WEB CREDIT_COLLECTION DUNNING -1: 47.25 / 0.00"));
        assertTrue(all.stream()
                .noneMatch(one -> one.driver().filter("NET_REVENUE"::equals).isPresent()));
    }

    @ParameterizedTest
    @CsvSource({
        // WEB lost 19713.04; one percent of price is 3900.00
        "PRICE,     ,            WEB, 0.00,    REACHED,      5.054624,  0.00",
        // KEY earns 89416.76: the price may fall so far before it loses
        "PRICE,     ,            KEY, 0.00,    REACHED,      -10.368363, 0.00",
        "MARKETING, ,            WEB, 0.00,    REACHED,      -39.426070, 0.00",
        "MARKETING, ,            WEB, 50000.00, OUT_OF_REACH, -100.000000, 30286.96",
        "BACK_OFFICE, ORDER_LINES, KEY, 89416.76, REACHED,    0.000024,  89416.76",
        "BACK_OFFICE, CALLS,     KEY, 1000000.00, OUT_OF_REACH, -100.000000, 99496.76",
        "SALES_COMMISSION, ,     WEB, 0.00,    UNMOVED,      0,         -19713.04",
        "SALES_COMMISSION, ,     KEY, -100000.00, ALWAYS_REACHED, 1000.000000, -86583.24"
    })
    void findsHowFarALeverHasToGo(
            LeverKind kind,
            String driver,
            String segment,
            BigDecimal target,
            BreakEven.Outcome outcome,
            BigDecimal change,
            String value) {
        String filter = "SEGMENT:" + segment;
        Ground ground = books.ground("SEGMENT", "", List.of(books.filter(filter)));
        Step step = new Step(lever(kind, filter, driver, "%0"), ground.reach(books.filter(filter)), Place.at("/lever"));
        ReportRow row = ground.report().rows().stream()
                .filter(one -> SEGMENTS.getOrDefault(one.key().get(0), "").equals(segment))
                .findFirst()
                .orElseThrow();

        BreakEven.Found found = new Trials(ground)
                .breakEven(
                        step,
                        row,
                        ground.rows().profit(),
                        new BreakEven.Target(Optional.empty(), target.movePointRight(2)));

        assertEquals(
                outcome + " " + value,
                found.outcome() + " " + text(found.point().value()));
        assertEquals(0, change.compareTo(found.change()), () -> "found " + found.change());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BACK_OFFICE       | NET_REVENUE | BACK_OFFICE by driver NET_REVENUE moves OVERHEAD, and none of its own",
                "CREDIT_COLLECTION | ORDER_LINES | by driver ORDER_LINES moves BACK_OFFICE, and none of its own lines"
            })
    void namesTheLinesThatADriverMovesBesideThoseOfItsLever(LeverKind kind, String driver, String told) {
        WhatIf whatIf = books.whatIf(lever(kind, "SEGMENT:KEY", driver, "%-10"));
        WhatIf companyAlone = books.whatIf("", "", lever(kind, "SEGMENT:KEY", driver, "%-10"));

        assertEquals(1, whatIf.warnings().size(), whatIf.warnings()::toString);
        assertTrue(whatIf.warnings().get(0).contains(told), whatIf.warnings()::toString);
        assertTrue(companyAlone.warnings().size() <= 1, companyAlone.warnings()::toString);
        assertEquals(
                List.of(),
                books.whatIf(lever(LeverKind.CREDIT_COLLECTION, "SEGMENT:WEB", "DUNNING", "=300"))
                        .warnings());
    }

    @Test
    void saysSoWhenALeverReachesNothing() {
        WhatIf whatIf = books.whatIf(
                lever(LeverKind.SALES_COMMISSION, "SEGMENT:WEB", null, "%-10"),
                lever(LeverKind.PRICE, "SEGMENT:", null, "%1"),
                lever(LeverKind.MARKETING, "SEGMENT:WEB", null, "%-10"));

        assertEquals(
                List.of(
                        "Lever SALES_COMMISSION reaches nothing of SEGMENT:WEB in 2025-01 to 2025-12: SALES_COMMISSION"
                                + " comes to 0 there, so it changes nothing. Choose another filter, or another range.",
                        "Lever PRICE reaches nothing of SEGMENT: in 2025-01 to 2025-12: GROSS_REVENUE and DEDUCTIONS and"
                                + " SALES_COMMISSION comes to 0 there, so it changes nothing. Choose another filter, or"
                                + " another range."),
                whatIf.warnings());
    }

    @Test
    void findsTheSmallestChangeWhoseCentsMeetTheTargetInCents() {
        BreakEven.Target target = new BreakEven.Target(Optional.of(new BigDecimal("12.345")), BigDecimal.ZERO);

        BreakEven.Found found = new BreakEven(OracleFTest::aThousandMillionthsACent, target).search();

        long change = found.change().movePointRight(6).longValueExact();
        BreakEven.Point before = aThousandMillionthsACent(change - 1);
        assertEquals(
                0,
                target.in(found.point()).compareTo(new BigDecimal(found.point().value())));
        assertTrue(target.in(before).compareTo(new BigDecimal(before.value())) > 0);
    }

    private static BreakEven.Point aThousandMillionthsACent(long millionths) {
        BigInteger cents = BigInteger.valueOf(Math.floorDiv(millionths, 1_000));
        return new BreakEven.Point(
                BigInteger.valueOf(-50_000).add(cents),
                BigInteger.valueOf(1_000_000).add(cents),
                cents);
    }

    private static void assertTies(WhatIf whatIf) {
        List<BigInteger> company = whatIf.differences().company();
        assertEquals(company.get(company.size() - 1), whatIf.rowDifferences());
        assertEquals(BigInteger.ZERO, whatIf.ground().report().reconciliation().difference());
    }

    private static String told(Trials.Sensitivity one) {
        String row = one.row().kind() == RowKind.UNASSIGNED
                ? "UNASSIGNED"
                : SEGMENTS.get(one.row().key().get(0));
        return row + " " + one.lever()
                + one.driver().map(driver -> " " + driver).orElse("") + " " + one.changePercent() + ": "
                + text(one.rowEffect()) + " / " + text(one.companyEffect());
    }

    private static Map<Integer, String> segments() {
        Map<Integer, String> codes = new HashMap<>();
        DimensionReference dimensions = new OracleBooksA().reference().dimensions();
        dimensions
                .values(dimensions.requireDimension("SEGMENT").id())
                .forEach(value -> codes.put(value.id(), value.code()));
        return codes;
    }

    /** {@code %1} in percent, {@code =300} to, otherwise by. */
    private static Lever lever(LeverKind kind, String filter, String driver, String change) {
        BigDecimal value = new BigDecimal(change.replaceAll("[%=]", ""));
        LeverChange moved = change.startsWith("%")
                ? new LeverChange.Percent(value)
                : change.startsWith("=") ? new LeverChange.To(value) : new LeverChange.By(value);
        return new Lever(kind, filter, Optional.ofNullable(driver), moved, Optional.empty());
    }

    private static String profit(WhatIf whatIf, String row) {
        return text(whatIf.differences().row(key(whatIf, row)).get(profitLine(whatIf)));
    }

    private static String line(WhatIf whatIf, String row, String line) {
        return text(whatIf.differences().row(key(whatIf, row)).get(index(whatIf, line)));
    }

    private static List<Integer> key(WhatIf whatIf, String row) {
        return row(whatIf, row).key();
    }

    private static ReportRow row(WhatIf whatIf, String code) {
        return whatIf.rows().stream()
                .filter(row -> code(whatIf, row).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String code(WhatIf whatIf, ReportRow row) {
        return new RowNames(whatIf.ground().reference())
                .value(row, 0)
                .map(value -> value.code())
                .orElse(row.kind().name());
    }

    private static int index(WhatIf whatIf, String line) {
        return whatIf.ground().rows().line(line).orElseThrow();
    }

    private static int profitLine(WhatIf whatIf) {
        return whatIf.ground().rows().profit();
    }

    private static String signless(String amount) {
        return amount.replace("-", "");
    }

    private static String text(BigInteger minorUnits) {
        return Money.text(minorUnits, 2);
    }
}
