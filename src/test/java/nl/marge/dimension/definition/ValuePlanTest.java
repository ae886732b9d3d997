package nl.marge.dimension.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.marge.dimension.DimensionBooks;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuePlanTest {

    private final DimensionBooks books = new DimensionBooks()
            .dimension("REGION", "EU", "NL<EU", "UTRECHT<NL", "US")
            .dimension("CUSTOMER", "C1");
    private final BitSet used = new BitSet();
    private Violations violations = new Violations();

    @Test
    void givesNewValuesTheNextIdsAndTakesParentThatComesLater() {
        Changes<DimensionValue> changes = accepted(value("C3").parent("C2"), value("C2"));

        assertEquals(List.of("C3", "C2"), codes(changes.created()));
        assertEquals(101, changes.created().get(0).id());
        assertEquals(102, changes.created().get(1).id());
        assertEquals(102, changes.created().get(0).parentId());
        assertEquals(7, changes.created().get(0).version());
    }

    @Test
    void readsEveryMember() {
        DimensionValue created = accepted(value("C2")
                        .name("Jansen & Zn")
                        .parent("C1")
                        .valid("2025-01-01", "2026-12-31")
                        .blocked()
                        .purpose("ACQUISITION")
                        .attributes(Map.of("country", "NL")))
                .created()
                .get(0);

        assertEquals("Jansen & Zn", created.name());
        assertEquals(books.valueId("CUSTOMER", "C1"), created.parentId());
        assertEquals(LocalDate.of(2025, 1, 1), created.validFrom());
        assertEquals(LocalDate.of(2026, 12, 31), created.validTo());
        assertTrue(created.blocked());
        assertEquals(Optional.of("ACQUISITION"), created.purpose());
        assertEquals(Map.of("country", "NL"), created.attributes());
    }

    @Test
    void changesNothingWhenTheSameIsSaidAgain() {
        Changes<DimensionValue> changes = accepted(value("C1").name("Name of C1"));

        assertEquals(new Counts(0, 0, 1), changes.counts());
        assertTrue(changes.isEmpty());
    }

    @Test
    void replacesWhollySoThatWhatIsAbsentBecomesItsDefault() {
        Changes<DimensionValue> changes = acceptedIn("REGION", value("NL"));

        DimensionValue nl = changes.updated().get(0);
        assertEquals("NL", nl.name());
        assertEquals(0, nl.parentId());
        assertEquals(7, nl.version());
        assertEquals(books.valueId("REGION", "NL"), nl.id());
    }

    @Test
    void refusesCodeGivenTwiceButNotOneThatDiffersInCase() {
        assertEquals(
                List.of("code_repeated /1/code: Value C9 is given twice. Give each value once."),
                refusedIn("CUSTOMER", value("C9"), value("C9")));
        assertEquals(2, accepted(value("c1"), value("C9")).created().size());
    }

    @ParameterizedTest
    @CsvSource({"''", "a b", ".", "..", "~UNUSED", "é", "Ａ"})
    void refusesTextThatIsNoCode(String code) {
        assertEquals(
                List.of("code_invalid /0/code: \"" + code
                        + "\" is no code for a value. Give 1 to 64 of A-Z a-z 0-9 . _ - (not . or ..)."),
                refusedIn("CUSTOMER", value(code)));
    }

    @Test
    void refusesUnknownParentAlsoWhenAnotherDimensionHasIt() {
        assertEquals(
                List.of("dimension_value_unknown /0/parent: Dimension CUSTOMER has no value \"EU\" to be the parent of"
                        + " \"C2\". Give it in the same request, or correct the code."),
                refusedIn("CUSTOMER", value("C2").parent("EU")));
    }

    @Test
    void namesTheCycleOnceWhicheverOfItsValuesAreGiven() {
        assertEquals(
                List.of("hierarchy_cycle /0/parent: Dimension REGION would have a value above itself: EU below UTRECHT"
                        + " below NL below EU. Give one of them another parent."),
                refusedIn("REGION", value("EU").parent("UTRECHT")));
        assertEquals(
                List.of("hierarchy_cycle /1/parent: Dimension CUSTOMER would have a value above itself: A below B"
                        + " below A. Give one of them another parent."),
                refusedIn(
                        "CUSTOMER",
                        value("D").parent("B"),
                        value("A").parent("B"),
                        value("B").parent("A")));
        assertEquals(
                List.of("hierarchy_cycle /0/parent: Dimension CUSTOMER would have a value above itself: C1 below C1."
                        + " Give one of them another parent."),
                refusedIn("CUSTOMER", value("C1").parent("C1")));
    }

    @Test
    void turnsHierarchyAroundInOneRequest() {
        Changes<DimensionValue> changes = acceptedIn(
                "REGION",
                value("EU").parent("NL"),
                value("NL").parent("UTRECHT"),
                value("UTRECHT").name("x"));

        assertEquals(new Counts(0, 3, 0), changes.counts());
    }

    @Test
    void refusesChildOfValueThatIsUsed() {
        used.set(books.valueId("CUSTOMER", "C1"));

        Refusal refusal = refusal("CUSTOMER", value("C2").parent("C1"));

        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals(
                List.of("in_use /0/parent: Value C1 of dimension CUSTOMER has ledger lines or memberships, so \"C2\""
                        + " cannot stand below it. Make a new value the parent of both."),
                told(refusal));
    }

    @Test
    void asksForUsedValuesOnlyWhenSomeValueGetsAnotherParent() {
        ValuePlan plan = new ValuePlan(
                books.reference(),
                books.reference().requireDimension("REGION"),
                () -> {
                    throw new IllegalStateException("asked");
                },
                violations);

        plan.changes(List.of(value("NL").parent("EU").at(0), value("US").at(1)), 100, 7);

        assertTrue(violations.isEmpty());
    }

    @Test
    void takesAsManyLevelsAsAllowedAndNoMore() {
        List<Value> chain = chain(Hierarchy.DEPTH_LIMIT + 1);
        Collections.reverse(chain);

        assertEquals(
                Hierarchy.DEPTH_LIMIT,
                accepted(chain.subList(1, chain.size()).toArray(Value[]::new))
                        .created()
                        .size());
        assertEquals(
                List.of("hierarchy_too_deep /0/parent: Value \"L51\" would bring the hierarchy of dimension CUSTOMER to"
                        + " more than 50 levels. Place it higher."),
                refusedIn("CUSTOMER", chain.toArray(Value[]::new)));
    }

    @Test
    void refusesToMoveSubtreeTooDeep() {
        List<Value> values = chain(Hierarchy.DEPTH_LIMIT - 2);
        values.add(value("EU").parent("L48"));

        assertEquals(
                List.of("hierarchy_too_deep /48/parent: Value \"EU\" would bring the hierarchy of dimension REGION to"
                        + " more than 50 levels. Place it higher."),
                refusedIn("REGION", values.toArray(Value[]::new)));
    }

    @Test
    void tellsEverythingThatIsIllFormedAtOnce() {
        Map<String, String> attributes = Map.of("a b", "x");

        assertEquals(
                List.of(
                        "value_invalid /0/name: The name of value \"C2\" is empty. Give 1 to 200 characters.",
                        "value_invalid /0/validFrom: validFrom \"2026-02-30\" of value \"C2\" is no date. Give a day"
                                + " that exists, written 2026-03-31, from 1900-01-01 to 2199-12-31, or null.",
                        "value_invalid /0/purpose: Purpose \"SERVICE\" of value \"C2\" is not known. Give ACQUISITION"
                                + " or null.",
                        "value_invalid /0/attributes/a b: \"a b\" is no name for an attribute. Give 1 to 64 of A-Z a-z"
                                + " 0-9 . _ - (not . or ..).",
                        "value_invalid /1/validTo: Value \"C3\" would be valid from 2026-02-01 to 2026-01-31, which is"
                                + " before. Swap the dates, or leave one open.",
                        "dimension_value_unknown /0/parent: Dimension CUSTOMER has no value \"NO\" to be the parent of"
                                + " \"C2\". Give it in the same request, or correct the code."),
                refusedIn(
                        "CUSTOMER",
                        value("C2")
                                .name(" ")
                                .parent("NO")
                                .valid("2026-02-30", null)
                                .purpose("SERVICE")
                                .attributes(attributes),
                        value("C3").valid("2026-02-01", "2026-01-31")));
    }

    @Test
    void refusesMoreAttributesAndLongerTextThanFit() {
        Map<String, String> many = IntStream.range(0, ValueForm.ATTRIBUTES_LIMIT + 1)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(i -> "a" + i, i -> "x"));

        assertEquals(
                List.of("value_invalid /0/attributes: Value \"C2\" has 51 attributes. Give at most 50."),
                refusedIn("CUSTOMER", value("C2").attributes(many)));
        assertEquals(
                List.of("value_invalid /0/attributes/note: Attribute note of value \"C2\" has 201 characters. Give at"
                        + " most 200."),
                refusedIn("CUSTOMER", value("C2").attributes(Map.of("note", "é".repeat(201)))));
        assertEquals(
                1,
                accepted(value("C2").attributes(Map.of("note", "𝄞".repeat(200))))
                        .created()
                        .size());
    }

    @Test
    void refusesContentWhenSomethingBesidesConflictsIsWrong() {
        used.set(books.valueId("CUSTOMER", "C1"));

        Refusal refusal = refusal("CUSTOMER", value("C2").parent("C1"), value("C2"));

        assertEquals(Reason.ENTRY_REFUSED, refusal.reason());
        assertEquals(2, refusal.violationsTotal());
    }

    private Changes<DimensionValue> accepted(Value... values) {
        return acceptedIn("CUSTOMER", values);
    }

    private Changes<DimensionValue> acceptedIn(String dimension, Value... values) {
        ValuePlan plan = plan(dimension);
        Changes<DimensionValue> changes = plan.changes(commands(values), 100, 7);
        assertEquals(List.of(), violations.listed());
        return changes;
    }

    private List<String> refusedIn(String dimension, Value... values) {
        return told(refusal(dimension, values));
    }

    private Refusal refusal(String dimension, Value... values) {
        ValuePlan plan = plan(dimension);
        plan.changes(commands(values), 100, 7);
        return assertThrows(Refusal.class, () -> violations.refuseContent());
    }

    private ValuePlan plan(String dimension) {
        violations = new Violations();
        DimensionReference reference = books.reference();
        return new ValuePlan(reference, reference.requireDimension(dimension), () -> used, violations);
    }

    private static List<ValueCommand> commands(Value... values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i].at(i)).toList();
    }

    private static List<String> told(Refusal refusal) {
        return refusal.violations().stream().map(ValuePlanTest::told).toList();
    }

    private static String told(Violation violation) {
        return violation.code().code() + " " + ((Place.Pointer) violation.place()).pointer() + ": "
                + violation.message();
    }

    private static List<String> codes(List<DimensionValue> values) {
        return values.stream().map(DimensionValue::code).toList();
    }

    /** L1 at the root, each next below the one before. */
    private static List<Value> chain(int length) {
        return new ArrayList<>(IntStream.rangeClosed(1, length)
                .mapToObj(i -> i == 1 ? value("L1") : value("L" + i).parent("L" + (i - 1)))
                .toList());
    }

    private static Value value(String code) {
        return new Value(code);
    }

    /** Builds commands in the words of the contract. */
    private static final class Value {
        private final String code;
        private Optional<String> name = Optional.empty();
        private Optional<String> parent = Optional.empty();
        private List<Optional<String>> validity = List.of(Optional.empty(), Optional.empty());
        private boolean blocked;
        private Optional<String> purpose = Optional.empty();
        private Map<String, String> attributes = Map.of();

        private Value(String code) {
            this.code = code;
        }

        private Value name(String text) {
            name = Optional.of(text);
            return this;
        }

        private Value parent(String text) {
            parent = Optional.of(text);
            return this;
        }

        private Value valid(String from, String to) {
            validity = Stream.of(from, to).map(Optional::ofNullable).toList();
            return this;
        }

        private Value blocked() {
            blocked = true;
            return this;
        }

        private Value purpose(String text) {
            purpose = Optional.of(text);
            return this;
        }

        private Value attributes(Map<String, String> map) {
            attributes = map;
            return this;
        }

        private ValueCommand at(int index) {
            return new ValueCommand(
                    Place.at("/" + index),
                    code,
                    name,
                    parent,
                    validity.get(0),
                    validity.get(1),
                    blocked,
                    purpose,
                    attributes);
        }
    }
}
