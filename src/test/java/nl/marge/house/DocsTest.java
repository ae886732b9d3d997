package nl.marge.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the docs promise: every test they name exists, and every rule and complaint has its row. */
class DocsTest {

    private static final String POSTING = "docs/spec-posting.md";
    private static final String COMPLAINTS = "docs/complaints.md";
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void everyTestThatIsNamedExists() {
        List<String> missing = new ArrayList<>();
        Repository.textFiles().forEach((path, text) -> {
            if (path.startsWith("docs/")) {
                missing.addAll(missingTests(path, text, Repository.textFiles()));
            }
        });

        assertEquals("", String.join("\n", missing));
    }

    @Test
    void refusesTestThatDoesNotExist() {
        Map<String, String> files = Map.of("src/test/java/nl/marge/ATest.java", "void holds() {}");

        assertEquals(
                List.of("a.md names ATest.breaks", "a.md names BIT"),
                missingTests("a.md", "`ATest.holds` `ATest.breaks` `BIT` `ATest`", new TreeMap<>(files)));
    }

    @Test
    void everyRuleOfPostingHasItsRowAndItsTest() {
        String posting = Repository.textFiles().get(POSTING);

        for (int rule = 1; rule <= 46; rule++) {
            if (rule <= 31 && rule != 27 || rule == 33 || rule >= 42) {
                assertTrue(
                        Pattern.compile("(?m)^\\| R" + rule + " \\|.*`\\w+(Test|IT)[.`].*$")
                                .matcher(posting)
                                .find(),
                        POSTING + " has no row with a test for R" + rule);
            }
        }
    }

    @Test
    void everyComplaintHasItsRowWithATestOrAReason() {
        String complaints = Repository.textFiles().get(COMPLAINTS);

        for (int complaint = 1; complaint <= 50; complaint++) {
            assertTrue(
                    Pattern.compile("(?m)^\\| " + complaint + " \\|.+\\|.*(`\\w+(Test|IT)[.`]|[Nn]ot here: ).*\\|$")
                            .matcher(complaints)
                            .find(),
                    COMPLAINTS + " has no row with a test or a reason for " + complaint);
        }
    }

    private static List<String> missingTests(String path, String text, Map<String, String> files) {
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED_TEST.matcher(text);
        while (named.find()) {
            String file = "/" + named.group(1) + ".java";
            String method = named.group(2) == null ? "" : " " + named.group(2) + "(";
            boolean found = files.entrySet().stream()
                    .anyMatch(each -> each.getKey().startsWith("src/test/")
                            && each.getKey().endsWith(file)
                            && each.getValue().contains(method));
            if (!found) {
                missing.add(path + " names " + named.group().replace("`", ""));
            }
        }
        return missing;
    }
}
