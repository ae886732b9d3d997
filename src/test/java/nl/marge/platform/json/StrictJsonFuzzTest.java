package nl.marge.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violations;
import org.junit.jupiter.api.Test;

/** Laws of the reader on documents from a seeded generator; a failure names the seed, which replays it. */
class StrictJsonFuzzTest {

    private static final int DOCUMENTS = 3_000;
    private static final String TEXTS = "aZ0 .-é\u00df\u4e2d\ud83d\ude00\"\\/\b\n\t\u0001\u007f~";

    private final StrictJson json = new StrictJson();

    private record Line(String account, String amount, Map<String, String> dimensions) {}

    private record Entry(String text, boolean flag, int number, List<Line> lines) {}

    @Test
    void readsBackWhateverWasWritten() {
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Entry entry = entry(random);

            List<Entry> read = new ArrayList<>();
            Violations violations = read(document(entry, random), read);

            assertTrue(violations.isEmpty(), "seed " + seed + ": " + violations.listed());
            assertEquals(List.of(entry), read, "seed " + seed);
        }
    }

    @Test
    void findsExactlyTheFaultsThatWerePutIn() {
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, String> expected = new TreeMap<>();
            String document = faultyDocument(random, expected);

            Map<String, String> found = new TreeMap<>();
            read(document, new ArrayList<>())
                    .listed()
                    .forEach(v -> found.put(
                            ((Place.Pointer) v.place()).pointer(), v.code().code()));

            assertEquals(expected, found, "seed " + seed + ": " + document);
        }
    }

    @Test
    void neverTakesDocumentThatWasCutOff() {
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String document = document(entry(random), random).strip();
            String cut = document.substring(0, random.nextInt(document.length()));

            assertFalse(read(cut, new ArrayList<>()).isEmpty(), "seed " + seed + ": " + cut);
        }
    }

    @Test
    void endsWithAnAnswerWhateverComes() {
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder document = new StringBuilder(document(entry(random), random));
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                int at = random.nextInt(document.length());
                char other = random.nextBoolean()
                        ? "{}[],:\"\\u0e-.tn".charAt(random.nextInt(15))
                        : (char) random.nextInt(65_536);
                document.setCharAt(at, other);
            }

            List<Entry> read = new ArrayList<>();
            Violations violations = read(document.toString(), read);

            assertTrue(violations.isEmpty() ? read.size() == 1 : violations.total() > 0, "seed " + seed);
        }
    }

    private Violations read(String document, List<Entry> entries) {
        char[] characters = document.toCharArray();
        return json.read(characters, 0, characters.length, () -> entries.add(readEntry()));
    }

    private Entry readEntry() {
        String[] text = {""};
        boolean[] flag = {false};
        int[] number = {0};
        List<Line> lines = new ArrayList<>();
        json.object(member -> {
            switch (member) {
                case "text" -> text[0] = json.textOr("");
                case "flag" -> flag[0] = json.flagOr(false);
                case "number" -> number[0] = json.integerOr(0, 0, 9);
                case "lines" -> json.array(() -> lines.add(readLine()));
                default -> json.unknownMember("text", "flag", "number", "lines");
            }
        });
        return new Entry(text[0], flag[0], number[0], lines);
    }

    private Line readLine() {
        String[] texts = {"", ""};
        Map<String, String> dimensions = new LinkedHashMap<>();
        json.object(member -> {
            switch (member) {
                case "account" -> texts[0] = json.textOr("");
                case "amount" -> texts[1] = json.decimalTextOr("");
                case "dimensions" -> dimensions.putAll(json.stringMap());
                default -> json.unknownMember("account", "amount", "dimensions");
            }
        });
        return new Line(texts[0], texts[1], dimensions);
    }

    private static Entry entry(SplittableRandom random) {
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<String, String> dimensions = new LinkedHashMap<>();
            for (int d = random.nextInt(30); d > 0; d--) {
                dimensions.put(text(random) + d, text(random));
            }
            lines.add(new Line(text(random), random.nextLong() + "." + random.nextInt(1, 10), dimensions));
        }
        return new Entry(text(random), random.nextBoolean(), random.nextInt(), lines);
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        TEXTS.codePoints().forEach(c -> text.append(random.nextInt(4) == 0 ? Character.toString(c) : ""));
        return text.toString();
    }

    private static String document(Entry entry, SplittableRandom random) {
        StringBuilder document = new StringBuilder("{");
        document.append(string("text", random))
                .append(blank(random))
                .append(':')
                .append(string(entry.text(), random));
        document.append(",\"flag\":").append(entry.flag()).append(blank(random)).append(",\"number\":");
        document.append(blank(random)).append(entry.number()).append(",\"lines\":[");
        String separator = "";
        for (Line line : entry.lines()) {
            document.append(separator).append("{\"account\":").append(string(line.account(), random));
            document.append(",\"amount\":").append(random.nextBoolean() ? line.amount() : '"' + line.amount() + '"');
            document.append(",\"dimensions\":")
                    .append(map(line.dimensions(), random))
                    .append('}');
            separator = "," + blank(random);
        }
        return document.append("]}").append(blank(random)).toString();
    }

    private static String map(Map<String, String> map, SplittableRandom random) {
        List<String> members = new ArrayList<>();
        map.forEach((name, value) -> members.add(string(name, random) + ":" + string(value, random)));
        return "{" + String.join(",", members) + "}";
    }

    private static String string(String text, SplittableRandom random) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean escape = c < ' ' || c == '"' || c == '\\' || random.nextInt(10) == 0;
            quoted.append(escape ? String.format("\\u%04x", (int) c) : Character.toString(c));
        }
        return quoted.append('"').toString();
    }

    private static String blank(SplittableRandom random) {
        return " \n\t\r".substring(0, random.nextInt(5));
    }

    /** A document of sound and faulty members, each fault noted by its pointer. */
    private static String faultyDocument(SplittableRandom random, Map<String, String> expected) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String pointer = "/lines/" + lines.size();
            switch (random.nextInt(7)) {
                case 0 -> {
                    lines.add("null");
                    expected.put(pointer, "type_wrong");
                }
                case 1 -> {
                    lines.add("[{\"x\":[1,{}]},2]");
                    expected.put(pointer, "type_wrong");
                }
                case 2 -> {
                    lines.add("{\"account\":{\"a\":[]},\"acount\":[[{}]],\"amount\":true}");
                    expected.put(pointer + "/account", "type_wrong");
                    expected.put(pointer + "/acount", "member_unknown");
                    expected.put(pointer + "/amount", "type_wrong");
                }
                case 3 -> {
                    lines.add("{\"amount\":1,\"dimensions\":{\"A\":\"\\ud800\",\"B\":1},\"amount\":\"x\"}");
                    expected.put(pointer + "/dimensions/A", "encoding_invalid");
                    expected.put(pointer + "/dimensions/B", "type_wrong");
                    expected.put(pointer + "/amount", "member_repeated");
                }
                default -> lines.add("{\"account\":\"8000\",\"amount\":1e400,\"dimensions\":null}");
            }
        }
        return "{\"lines\":[" + String.join(",", lines) + "]}";
    }
}
