package nl.marge.dimension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionValue.Reserved;
import org.junit.jupiter.api.Test;

class DimensionReferenceTest {

    private final DimensionBooks books = new DimensionBooks()
            .dimension("REGION", "EU", "NL<EU", "DE<EU")
            .dimension("CUSTOMER", "C2", "C1", "c1", "C10")
            .dimension("SEGMENT", "KEY", "WEB");

    @Test
    void tellsCodesApartThatDifferInCaseOnly() {
        DimensionReference reference = books.reference();

        int upper = reference.value(2, "C1").orElseThrow().id();
        int lower = reference.value(2, "c1").orElseThrow().id();

        assertFalse(upper == lower);
    }

    @Test
    void givesValuesInByteOrderOfTheirCodes() {
        List<String> codes = books.reference().valuesInOrder(2).stream()
                .map(DimensionValue::code)
                .toList();

        assertEquals(List.of("C1", "C10", "C2", "c1"), codes);
    }

    @Test
    void hidesReservedValuesFromWhoeverNamesValuesAndShowsThemToWhoeverGroups() {
        DimensionReference reference = new DimensionBooks()
                .dimension("SEGMENT", "z", "~UNUSED_CAPACITY", "KEY")
                .dimension("REGION", "NL")
                .reference();

        assertEquals(Optional.empty(), reference.value(1, "~UNUSED_CAPACITY"));
        assertEquals(
                List.of("KEY", "z"),
                reference.valuesInOrder(1).stream().map(DimensionValue::code).toList());
        assertEquals(3, reference.values(1).size());
        DimensionValue unused = reference.reserved(1, Reserved.UNUSED_CAPACITY).orElseThrow();
        assertEquals("~UNUSED_CAPACITY", unused.code());
        assertEquals(Optional.of(Reserved.UNUSED_CAPACITY), reference.reservedKind(unused.id()));
        assertEquals(Optional.empty(), reference.reserved(1, Reserved.OVER_DRIVEN));
        assertEquals(Optional.empty(), reference.reserved(2, Reserved.UNUSED_CAPACITY));
        assertEquals(
                Optional.empty(),
                reference.reservedKind(reference.value(1, "KEY").orElseThrow().id()));
        assertEquals(Optional.empty(), reference.reservedKind(0));
    }

    @Test
    void findsAncestorsByLevelFromTheRoot() {
        DimensionReference reference = books.reference();
        int nl = books.valueId("REGION", "NL");
        int eu = books.valueId("REGION", "EU");

        assertEquals(eu, reference.ancestor(nl, 1));
        assertEquals(nl, reference.ancestor(nl, 2));
        assertEquals(eu, reference.ancestor(eu, 2));
        assertTrue(reference.isAtOrBelow(nl, eu));
        assertFalse(reference.isAtOrBelow(eu, nl));
    }

    @Test
    void makesParentLeafAgainWhenItsLastChildMovesOrIsRemoved() {
        DimensionReference before = books.reference();
        int nl = books.valueId("REGION", "NL");
        int de = books.valueId("REGION", "DE");
        int eu = books.valueId("REGION", "EU");

        DimensionReference moved = before.after(values(List.of(DimensionBooks.value(nl, 1, "NL", 0)), List.of()));
        DimensionReference removed = moved.after(values(List.of(), List.of(de)));

        assertFalse(before.isLeaf(eu));
        assertFalse(moved.isLeaf(eu));
        assertTrue(removed.isLeaf(eu));
        assertTrue(removed.value(1, "DE").isEmpty());
        assertTrue(before.value(1, "DE").isPresent());
    }

    @Test
    void sharesWhatDidNotChange() {
        DimensionReference before = books.reference();

        DimensionReference after = before.after(values(List.of(DimensionBooks.value(20, 2, "C3", 0)), List.of()));

        assertSame(before.valuesInOrder(1), after.valuesInOrder(1));
        assertEquals(5, after.values(2).size());
        assertEquals(4, before.values(2).size());
        assertEquals(21, after.valueIdLimit());
    }

    @Test
    void followsTheLogOfMembershipsAndForgetsWhatWasTakenBack() {
        DimensionReference reference = books.member("CUSTOMER", "C1", "SEGMENT", "KEY", null)
                .member("CUSTOMER", "C1", "SEGMENT", "WEB", "2026-04-01")
                .member("CUSTOMER", "C1", "SEGMENT", "KEY", "2026-04-01")
                .member("CUSTOMER", "C1", "SEGMENT", "WEB", "2026-06-01")
                .takenBack("CUSTOMER", "C1", "SEGMENT", "2026-06-01")
                .reference();
        int c1 = books.valueId("CUSTOMER", "C1");
        int key = books.valueId("SEGMENT", "KEY");

        assertEquals(2, reference.memberships(3, c1).size());
        assertEquals(
                List.of(
                        new Membership(c1, Membership.FOR_EVER, key),
                        new Membership(
                                c1, (int) java.time.LocalDate.of(2026, 4, 1).toEpochDay(), key)),
                reference.memberships(3, c1));
        assertTrue(reference.membership(3, c1).isConstant());
        assertEquals(BitSet.valueOf(new long[] {1L << c1 | 1L << key}), reference.valuesInMemberships(3));
    }

    @Test
    void freesTheSourceOfDimensionWhenItsLastMembershipIsTakenBack() {
        books.member("CUSTOMER", "C1", "SEGMENT", "KEY", null);

        assertEquals(2, books.reference().sourceOf(3));
        assertEquals(
                0,
                books.takenBack("CUSTOMER", "C1", "SEGMENT", null).reference().sourceOf(3));
        assertEquals(
                1,
                books.member("REGION", "NL", "SEGMENT", "WEB", null).reference().sourceOf(3));
    }

    @Test
    void readsTimelinesGivenWithoutTheirLog() {
        Timeline always = Timeline.always(books.valueId("SEGMENT", "KEY"));
        DimensionReference plain = books.reference();
        int c1 = books.valueId("CUSTOMER", "C1");

        DimensionReference reference = new DimensionReference(
                plain.dimensions(), plain.values(2), Map.of(3, 2), Map.of(3, Map.of(c1, always)));

        assertEquals(2, reference.sourceOf(3));
        assertEquals(
                books.valueId("SEGMENT", "KEY"), reference.membership(3, c1).at(0));
        assertEquals(0, reference.membership(3, 0).at(0));
    }

    @Test
    void ignoresLogOfDimensionThatWasRemoved() {
        books.member("CUSTOMER", "C1", "SEGMENT", "KEY", null).takenBack("CUSTOMER", "C1", "SEGMENT", null);
        DimensionReference before = books.reference();
        MembershipChange change = new MembershipChange(3, 2, new Membership(5, 0, 8), false);

        DimensionReference after = before.after(new DimensionDelta(
                Optional.of(before.dimensions().stream()
                        .filter(dimension -> dimension.id() != 3)
                        .toList()),
                List.of(),
                List.of(books.valueId("SEGMENT", "KEY"), books.valueId("SEGMENT", "WEB")),
                List.of(change)));

        assertEquals(3, after.dimensionIdLimit());
        assertTrue(after.dimension("SEGMENT").isEmpty());
    }

    private static DimensionDelta values(List<DimensionValue> changed, List<Integer> removed) {
        return new DimensionDelta(Optional.empty(), changed, removed, List.of());
    }
}
