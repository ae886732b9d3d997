package nl.marge.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import org.junit.jupiter.api.Test;

class BodiesTest {

    @Test
    void readsOneDocumentWithOrWithoutByteOrderMark() {
        assertEquals("é", JsonBody.read(body("\"é\""), json -> json.textOr("")));
        assertEquals("é", JsonBody.read(body("\uFEFF\"é\""), json -> json.textOr("")));
    }

    @Test
    void refusesEmptyBody() {
        for (String empty : List.of("", " \n", "\uFEFF")) {
            Refusal refusal = refused(Reason.INVALID_REQUEST, empty);

            assertEquals("json_unreadable", refusal.violations().get(0).code().code(), empty);
        }
        assertEquals(
                "The body is empty. Send a JSON document.",
                refused(Reason.INVALID_REQUEST, "").getMessage());
    }

    @Test
    void refusesBodyThatIsNotUtf8() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> JsonBody.read(
                        new ByteArrayInputStream(new byte[] {'"', (byte) 0xE9, '"'}), json -> json.textOr("")));

        assertEquals("encoding_invalid", refusal.violations().get(0).code().code());
        assertEquals("Byte 2 is not UTF-8. Send the text in UTF-8.", refusal.getMessage());
    }

    @Test
    void refusesBodyThatIsTooLarge() {
        String longest = "\"" + "x".repeat(JsonBody.BYTES_LIMIT - 2) + "\"";

        assertEquals(
                JsonBody.BYTES_LIMIT - 2,
                JsonBody.read(body(longest), json -> json.textOr("")).length());
        assertEquals(
                "The body has more than 10485760 bytes. Send it in parts, or as NDJSON where that is taken.",
                refused(Reason.TOO_LARGE, longest + " ").getMessage());
    }

    @Test
    void refusesWithAllViolations() {
        Refusal refusal = assertThrows(
                Refusal.class, () -> CollectionBody.read("application/json", body("[1,\"a\",true]"), this::text));

        assertEquals(Reason.INVALID_REQUEST, refusal.reason());
        assertEquals(List.of(Place.at("/0"), Place.at("/2")), places(refusal));
    }

    @Test
    void readsArraysAndLinesAlikeWithTheirPlaces() {
        assertEquals(
                List.of(new Placed<>("a", Place.at("/0")), new Placed<>("b", Place.at("/1"))),
                CollectionBody.read("application/json", body("[\"a\",\"b\"]"), this::text));
        assertEquals(
                List.of(new Placed<>("a", new Place.StreamLine(1, "")), new Placed<>("b", new Place.StreamLine(3, ""))),
                CollectionBody.read("application/x-ndjson; charset=utf-8", body("\"a\"\n\n\"b\""), this::text));
        assertEquals(List.of(), CollectionBody.read("Application/NDJSON", body(""), this::text));
        assertEquals(List.of(), CollectionBody.read("application/json", body("[]"), this::text));
    }

    @Test
    void refusesArrayWhereLinesAreSaidAndTheReverse() {
        assertThrows(Refusal.class, () -> CollectionBody.read("application/x-ndjson", body("[\"a\"]"), this::text));
        assertThrows(Refusal.class, () -> CollectionBody.read("application/json", body("\"a\"\n\"b\""), this::text));
        assertThrows(Refusal.class, () -> CollectionBody.read("application/json", body("null"), this::text));
    }

    @Test
    void tellsFaultsOfLinesWithTheirNumbers() {
        Refusal refusal = assertThrows(
                Refusal.class, () -> CollectionBody.read("application/x-ndjson", body("1\n\"a\"\n{"), this::text));

        assertEquals(
                List.of(new Place.StreamLine(3, ""), new Place.StreamLine(1, ""), new Place.StreamLine(3, "")),
                places(refusal));
    }

    private String text(StrictJson json) {
        return json.textOr("");
    }

    private static Refusal refused(Reason reason, String body) {
        Refusal refusal = assertThrows(Refusal.class, () -> JsonBody.read(body(body), json -> json.textOr("")));
        assertEquals(reason, refusal.reason());
        return refusal;
    }

    private static List<Place> places(Refusal refusal) {
        return refusal.violations().stream().map(Violation::place).toList();
    }

    private static ByteArrayInputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
