package nl.marge.platform.http.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.marge.kernel.Refusal;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void readsAHeaderOfUtf8AndOneOfLatin1() {
        String sent = new String("Zo\u00eb \u0141".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertEquals(Optional.of("Zo\u00eb \u0141"), Caller.read(sent));
        assertEquals(Optional.of("Zo\u00eb"), Caller.read("Zo\u00eb"));
        assertEquals(Optional.of("anna"), Caller.read("anna"));
        assertEquals(Optional.empty(), Caller.read(null));
    }

    @Test
    void refusesControlCharactersHoweverTheyAreSent() {
        String sent = new String("a\u0085b".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThrows(Refusal.class, () -> Caller.read(sent));
        assertThrows(Refusal.class, () -> Caller.read("  "));
    }
}
