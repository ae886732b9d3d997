package nl.marge.dimension.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionBooks;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.Membership;
import nl.marge.kernel.Place;
import nl.marge.kernel.Upsert.Counts;
import org.junit.jupiter.api.Test;

class MembershipPlanTest {

    private final DimensionBooks books = new DimensionBooks()
            .dimension("CUSTOMER", "C1", "C2")
            .dimension("SEGMENT", "ALL", "KEY<ALL", "WEB<ALL")
            .dimension("GROUP", "BIG", "BRANCH<BIG")
            .dimension("CHANNEL", "SHOP")
            .member("CUSTOMER", "C1", "SEGMENT", "KEY", null)
            .member("CUSTOMER", "C1", "SEGMENT", "WEB", "2026-04-01")
            .member("SEGMENT", "KEY", "GROUP", "BRANCH", null);

    @Test
    void countsWhatIsNewWhatIsReplacedAndWhatWasSaidAlready() {
        MembershipPlan.Changes changes = accepted(
                "SEGMENT",
                said("C1", "KEY", null),
                said("C1", "KEY", "2026-04-01"),
                said("C1", null, "2027-01-01"),
                said("C2", "WEB", "2026-01-01"));

        assertEquals(new Counts(2, 1, 1), changes.counts());
        assertEquals(
                List.of(
                        new Membership(c("C1"), day("2026-04-01"), books.valueId("SEGMENT", "KEY")),
                        new Membership(c("C1"), day("2027-01-01"), 0),
                        new Membership(c("C2"), day("2026-01-01"), books.valueId("SEGMENT", "WEB"))),
                changes.said());
    }

    @Test
    void saysAgainWhatWasTakenBack() {
        books.takenBack("CUSTOMER", "C1", "SEGMENT", "2026-04-01");

        assertEquals(
                new Counts(1, 0, 0),
                accepted("SEGMENT", said("C1", "WEB", "2026-04-01")).counts());
    }

    @Test
    void refusesSameValueAndDayTwiceInOneRequest() {
        assertEquals(
                List.of(
                        "code_repeated /1: The membership of value C2 from 2026-01-01 is given twice. Give each once.",
                        "code_repeated /3: The membership of value C2 from ever is given twice. Give each once."),
                refused(
                        "SEGMENT",
                        said("C2", "KEY", "2026-01-01"),
                        said("C2", "WEB", "2026-01-01"),
                        said("C2", "KEY", null),
                        said("C2", "KEY", null)));
    }

    @Test
    void takesOnlyLeavesOnBothSides() {
        assertEquals(
                List.of("dimension_value_not_leaf /0/memberOf: Value ALL of dimension SEGMENT has values below it. Name"
                        + " one of those."),
                refused("SEGMENT", said("C1", "ALL", null)));
        assertEquals(
                List.of("dimension_value_not_leaf /0/value: Value ALL of dimension SEGMENT has values below it. Name"
                        + " one of those."),
                refusedBetween("SEGMENT", "GROUP", said("ALL", "BRANCH", null)));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertEquals(
                List.of(
                        "value_missing /2/value: No value is named. Give its code.",
                        "value_invalid /1/from: from \"2026-2-1\" is no date. Give a day that exists, written"
                                + " 2026-03-31, from 1900-01-01 to 2199-12-31, or null for ever before.",
                        "dimension_value_unknown /0/value: Dimension CUSTOMER has no value \"c1\". Create it first, or"
                                + " correct the code.",
                        "dimension_value_unknown /1/memberOf: Dimension SEGMENT has no value \"SHOP\". Create it first,"
                                + " or correct the code."),
                refused("SEGMENT", said("c1", "KEY", null), said("C1", "SHOP", "2026-2-1"), said("", null, null)));
    }

    @Test
    void refusesDimensionDerivedFromItself() {
        assertEquals(
                List.of("membership_cycle : Dimension CUSTOMER would be derived from itself: CUSTOMER from GROUP from"
                        + " SEGMENT from CUSTOMER. Derive it from a dimension that does not depend on it."),
                refusedBetween("GROUP", "CUSTOMER", said("BRANCH", "C1", null)));
        assertEquals(
                List.of("membership_cycle : Dimension CHANNEL would be derived from itself: CHANNEL from CHANNEL."
                        + " Derive it from a dimension that does not depend on it."),
                refusedBetween("CHANNEL", "CHANNEL", said("SHOP", "SHOP", null)));
    }

    @Test
    void refusesSecondSourceOfDimensionUntilTheFirstIsTakenBack() {
        assertEquals(
                List.of("membership_source_taken : Dimension SEGMENT is derived from CUSTOMER already, and from one"
                        + " other dimension only. Take those memberships back, or derive another dimension."),
                refusedBetween("CHANNEL", "SEGMENT", said("SHOP", "KEY", null)));

        books.takenBack("CUSTOMER", "C1", "SEGMENT", null).takenBack("CUSTOMER", "C1", "SEGMENT", "2026-04-01");

        assertTrue(plan("CHANNEL", "SEGMENT", said("SHOP", "KEY", null))
                .violations()
                .isEmpty());
    }

    private MembershipPlan.Changes accepted(String target, Said... said) {
        MembershipPlan plan = newPlan("CUSTOMER", target);
        MembershipPlan.Changes changes = plan.changes(commands(said));
        assertEquals(List.of(), plan.violations().listed());
        return changes;
    }

    private List<String> refused(String target, Said... said) {
        return refusedBetween("CUSTOMER", target, said);
    }

    private List<String> refusedBetween(String source, String target, Said... said) {
        return plan(source, target, said).violations().listed().stream()
                .map(violation -> violation.code().code() + " " + ((Place.Pointer) violation.place()).pointer() + ": "
                        + violation.message())
                .toList();
    }

    private MembershipPlan plan(String source, String target, Said... said) {
        MembershipPlan plan = newPlan(source, target);
        plan.changes(commands(said));
        return plan;
    }

    private MembershipPlan newPlan(String source, String target) {
        DimensionReference reference = books.reference();
        return new MembershipPlan(reference, reference.requireDimension(source), reference.requireDimension(target));
    }

    private int c(String customer) {
        return books.valueId("CUSTOMER", customer);
    }

    private static int day(String date) {
        return Membership.day(LocalDate.parse(date));
    }

    private static List<MembershipCommand> commands(Said... said) {
        return IntStream.range(0, said.length)
                .mapToObj(i -> new MembershipCommand(Place.at("/" + i), said[i].value, said[i].memberOf, said[i].from))
                .toList();
    }

    private static Said said(String value, String memberOf, String from) {
        return new Said(value, Optional.ofNullable(memberOf), Optional.ofNullable(from));
    }

    private record Said(String value, Optional<String> memberOf, Optional<String> from) {}
}
