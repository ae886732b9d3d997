package nl.marge.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import org.junit.jupiter.api.Test;

class ETagsTest {

    @Test
    void knowsAnswerByAnyTagOfTheList() {
        for (String known :
                List.of("\"a\"", "W/\"a\"", "*", " * ", "\"x\", \"a\"", "\"x\",W/\"a\" , \"y\"", "\"x,\",\"a\"")) {
            assertTrue(ETags.isKnown(known, "\"a\""), known);
        }
        for (String other : List.of("", "a", "\"A\"", "\"x\"", "W/\"x\", \"y\"", "\"x\" \"a\"", "\"a", "\"xa\"")) {
            assertFalse(ETags.isKnown(other, "\"a\""), other);
        }
        assertFalse(ETags.isKnown((String) null, "\"a\""));
    }

    @Test
    void readsVersionThatMustStillHold() {
        assertEquals(OptionalLong.empty(), ETags.ifMatch((String) null));
        assertEquals(OptionalLong.of(5), ETags.ifMatch("\"5\""));
        assertEquals(OptionalLong.of(5), ETags.ifMatch(" W/\"5\" "));
        assertEquals(OptionalLong.of(5), ETags.ifMatch(ETags.ofVersion(5)));
    }

    @Test
    void refusesTagsThatNameNoVersion() {
        for (String wrong : List.of("", "*", "5", "\"5\", \"6\"", "\"5", "W/5")) {
            assertEquals(Reason.INVALID_REQUEST, refused(wrong), wrong);
        }
        for (String other : List.of("\"\"", "\"x\"", "\"05\"", "\"-1\"", "\"9999999999999999999\"")) {
            assertEquals(Reason.PRECONDITION_FAILED, refused(other), other);
        }
    }

    @Test
    void hashesAllThatReportDependsOn() {
        String tag = ETags.ofReport(List.of("1.1", "from=2026-01"));

        assertEquals(tag, ETags.ofReport(List.of("1.1", "from=2026-01")));
        assertNotEquals(tag, ETags.ofReport(List.of("1.2", "from=2026-01")));
        assertNotEquals(tag, ETags.ofReport(List.of("1.1from", "=2026-01")));
        assertTrue(tag.matches("\"[A-Za-z0-9_-]{24}\""), tag);
    }

    private static Reason refused(String header) {
        return assertThrows(Refusal.class, () -> ETags.ifMatch(header)).reason();
    }
}
