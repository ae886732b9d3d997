package nl.marge.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

    private final StrictJson json = new StrictJson();

    private String name = "";
    private Optional<String> amount = Optional.empty();
    private boolean blocked;
    private OptionalInt month = OptionalInt.empty();
    private Map<String, String> attributes = Map.of();
    private final List<String> tags = new ArrayList<>();

    @Test
    void readsEveryKindOfMember() {
        String document = """
                {"name":"Jansen \\u00e9\\ud83d\\ude00","amount":12.50,"blocked":true,"month":7,
                 "attributes":{"country":"NL","empty":"","none":null},"tags":["a","b"]}""";

        assertEquals(List.of(), faults(document));
        assertEquals("Jansen é😀", name);
        assertEquals(Optional.of("12.50"), amount);
        assertTrue(blocked);
        assertEquals(OptionalInt.of(7), month);
        assertEquals(Map.of("country", "NL", "empty", ""), attributes);
        assertEquals(List.of("a", "b"), tags);
    }

    @Test
    void takesNullAsAbsent() {
        String document = """
                {"name":null,"amount":null,"blocked":null,"month":null,"attributes":null,"tags":null}""";

        assertEquals(List.of(), faults(document));
        assertEquals("", name);
        assertEquals(Optional.empty(), amount);
        assertEquals(OptionalInt.empty(), month);
    }

    @Test
    void takesDecimalsExactlyAsWritten() {
        for (String written : List.of("1e3", "1E+999999999", "-0.00", "0.1", "12345678901234567890.123456789")) {
            assertEquals(List.of(), faults("{\"amount\":" + written + "}"));
            assertEquals(Optional.of(written), amount);
            assertEquals(List.of(), faults("{\"amount\":\" " + written + "\"}"));
            assertEquals(Optional.of(" " + written), amount);
        }
    }

    @Test
    void takesNumberOfAnyLengthAsText() {
        String digits = "9".repeat(100_000);

        assertEquals(List.of(), faults("{\"amount\":" + digits + "}"));
        assertEquals(Optional.of(digits), amount);
    }

    @Test
    void collectsAllFaultsOfShapeWithTheirPointers() {
        String document = """
                {"nome":{"x":[1,2]},"name":5,"amount":true,"blocked":"yes","month":1.5,"attributes":{"a":1},
                 "tags":["a",{},null,3],"name":"twice"}""";

        assertEquals(
                List.of(
                        "member_repeated /name",
                        "member_unknown /nome",
                        "type_wrong /name",
                        "type_wrong /amount",
                        "type_wrong /blocked",
                        "type_wrong /month",
                        "type_wrong /attributes/a",
                        "type_wrong /tags/1",
                        "type_wrong /tags/2",
                        "type_wrong /tags/3"),
                faults(document));
    }

    @Test
    void tellsInWordsWhatIsWrong() {
        assertEquals("Member \"nome\" is not known here. Known are: name, amount.", message("{\"nome\":1}"));
        assertEquals("Member \"name\" is repeated. Give it once.", message("{\"name\":\"\",\"name\":\"\"}"));
        assertEquals("/name is 1, a number. Give a string.", message("{\"name\":1}"));
        assertEquals("/month is \"7\", a string. Give a whole number from -2147483648 to 2147483647.", message("""
                {"month":"7"}"""));
        assertEquals("The document is an array. Give an object.", message("[]"));
        assertEquals("The document is null. Give a value.", message("null"));
        assertEquals("There is nothing to read. Send a JSON document.", message(" "));
        assertEquals("Something follows the end of the JSON document. Send one document.", message("{} 1"));
        assertTrue(message("{\"name\":\"\",\n \"amount\" 5}").startsWith("The document is not JSON at line 2, "));
        assertTrue(message("{\"name\":\"\" 5}").startsWith("The document is not JSON at character 12: "));
    }

    @Test
    void saysNothingOfTheParserItself() {
        for (String broken :
                List.of("{]", "{\"name\":\"a\"]", "{\"tags\":[\"a\"}", "{\"name\":tru}", "{\"name\":01}")) {
            String message = message(broken);

            assertTrue(message.startsWith("The document is not JSON at "), message);
            assertFalse(message.contains("Source") || message.contains("`"), message);
        }
    }

    @Test
    void escapesNamesInPointers() {
        assertEquals(List.of("type_wrong /attributes/a~1b~0c"), faults("{\"attributes\":{\"a/b~c\":1}}"));
    }

    @Test
    void refusesWholeNumbersBeyondAnInt() {
        assertEquals(List.of(), faults("{\"month\":-2147483648}"));
        assertEquals(OptionalInt.of(Integer.MIN_VALUE), month);
        assertEquals(List.of("type_wrong /month"), faults("{\"month\":2147483648}"));
        assertEquals(List.of("type_wrong /month"), faults("{\"month\":" + "9".repeat(5_000) + "}"));
    }

    @Test
    void refusesLoneSurrogates() {
        assertEquals(List.of("encoding_invalid /name"), faults("{\"name\":\"a\\ud800\"}"));
        assertEquals(List.of("encoding_invalid /name"), faults("{\"name\":\"\\udc00\\ud800b\"}"));
        assertEquals(List.of("encoding_invalid /amount"), faults("{\"amount\":\"\\ud83d\"}"));
        assertEquals(List.of("encoding_invalid /attributes/k"), faults("{\"attributes\":{\"k\":\"\\udfff\"}}"));
        assertEquals(List.of("encoding_invalid"), codes("{\"attributes\":{\"\\udfff\":\"v\"}}"));
    }

    @Test
    void repeatsNoHalfCharacterInAnswers() {
        String half = "\\ud800";
        String document = "{\"" + half + "\":1,\"attributes\":{\"" + half + "\":1,\"a\":\"" + half + "\"}}";

        for (Violation violation : read(document).listed()) {
            String told = violation.message() + violation.place();
            assertTrue(told.codePoints().allMatch(c -> c < Character.MIN_SURROGATE), told);
        }
        assertEquals(Map.of("a", "?"), attributes);
    }

    @Test
    void refusesWhatIsNotJson() {
        for (String broken : List.of(
                "",
                "{",
                "{\"name\":\"a\"",
                "{\"name\":\"a}",
                "{name:\"a\"}",
                "{'name':'a'}",
                "{\"amount\":NaN}",
                "{\"amount\":+1}",
                "{\"amount\":01}",
                "{\"amount\":.5}",
                "{\"amount\":1.}",
                "{\"tags\":[\"a\",]}",
                "{\"name\":\"a\nb\"}",
                "{\"name\":\"\\x\"}",
                "{\"name\":tru}",
                "{}{}",
                "{}]",
                "\u00a0{}",
                "/**/{}")) {
            assertEquals(List.of("json_unreadable"), codes(broken), broken);
        }
    }

    @Test
    void keepsWhatWasFoundBeforeTheDocumentBreaksOff() {
        assertEquals(List.of("json_unreadable", "member_unknown"), codes("{\"x\":1,\"name\":}"));
    }

    @Test
    void refusesHundredThousandBrackets() {
        assertEquals(List.of("json_unreadable", "type_wrong"), codes("[".repeat(100_000)));
        assertEquals(List.of("json_unreadable", "member_unknown"), codes("{\"x\":" + "[".repeat(100_000)));
        assertEquals(List.of("json_unreadable", "type_wrong"), codes("{\"tags\":".repeat(100_000)));
    }

    @Test
    void refusesNamesThatWouldFillTheAnswer() {
        assertEquals(List.of("json_unreadable"), codes("{\"" + "n".repeat(1_001) + "\":1}"));
    }

    @Test
    void findsRepeatedMembersInLargeObjects() {
        StringBuilder document = new StringBuilder("{\"attributes\":{");
        for (int i = 0; i < 50_000; i++) {
            document.append("\"k").append(i).append("\":\"v\",");
        }
        document.append("\"k3\":\"v\",\"k49999\":\"v\"},\"name\":\"a\",\"name\":\"b\"}");

        assertEquals(
                List.of(
                        "member_repeated /attributes/k3",
                        "member_repeated /attributes/k49999",
                        "member_repeated /name"),
                faults(document.toString()));
    }

    @Test
    void readsSlicesOfOneBufferAgainAndAgain() {
        char[] buffer = "xx{\"name\":\"a\"}yy{\"name\":\"b\"}".toCharArray();

        assertTrue(json.read(buffer, 2, 12, this::person).isEmpty());
        assertEquals("a", name);
        assertTrue(json.read(buffer, 16, 12, this::person).isEmpty());
        assertEquals("b", name);
    }

    @Test
    void readsOnAfterDocumentThatBrokeOff() {
        assertEquals(List.of("json_unreadable"), codes("{\"name\":\"a\",\"attributes\":{\"name\":"));
        assertEquals(List.of(), faults("{\"name\":\"c\"}"));
        assertEquals("c", name);
    }

    @Test
    void tellsReaderThatForgetsMemberOrReadsItTwice() {
        char[] document = "{\"name\":\"a\"}".toCharArray();

        assertThrows(
                IllegalStateException.class,
                () -> json.read(document, 0, document.length, () -> json.object(member -> {})));
        assertThrows(
                IllegalStateException.class,
                () -> json.read(
                        document,
                        0,
                        document.length,
                        () -> json.object(member -> {
                            json.text();
                            json.text();
                        })));
        assertThrows(IllegalStateException.class, () -> json.read(document, 0, document.length, () -> {}));
    }

    private void person() {
        json.object(member -> {
            switch (member) {
                case "name" -> name = json.textOr("");
                case "amount" -> amount = json.decimalText();
                case "blocked" -> blocked = json.flagOr(false);
                case "month" -> month = json.integer();
                case "attributes" -> attributes = json.stringMap();
                case "tags" -> json.array(() -> tags.add(json.textOr("")));
                default -> json.unknownMember("name", "amount");
            }
        });
    }

    private Violations read(String document) {
        char[] characters = document.toCharArray();
        return json.read(characters, 0, characters.length, this::person);
    }

    private List<String> faults(String document) {
        return read(document).listed().stream()
                .map(v -> v.code().code() + " " + ((Place.Pointer) v.place()).pointer())
                .toList();
    }

    private List<String> codes(String document) {
        return read(document).listed().stream().map(v -> v.code().code()).toList();
    }

    private String message(String document) {
        List<Violation> listed = read(document).listed();
        assertEquals(1, listed.size());
        return listed.get(0).message();
    }
}
