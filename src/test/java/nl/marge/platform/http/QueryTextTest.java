package nl.marge.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTextTest {

    @Test
    void splitsAtAmpersandsOnly() {
        assertEquals(
                Map.of("filter", List.of("REGION:EU,NL;CHANNEL:WEB"), "by", List.of("")),
                QueryText.read("filter=REGION:EU,NL;CHANNEL:WEB&by="));
    }

    @Test
    void decodesNamesAndValuesAndKeepsRepetitions() {
        assertEquals(Map.of("a b", List.of("1+1", "é;")), QueryText.read("a+b=1%2B1&a%20b=%C3%A9%3B"));
    }

    @Test
    void takesAParameterWithoutValueAndNoQueryAtAll() {
        assertEquals(Map.of("dryRun", List.of("")), QueryText.read("&dryRun&"));
        assertEquals(Map.of(), QueryText.read((String) null));
    }

    @Test
    void leavesWhatIsNotEncodedWellAsItIs() {
        assertEquals(Map.of("from", List.of("%zz")), QueryText.read("from=%zz"));
    }
}
