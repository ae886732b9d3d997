package nl.marge.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Money;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violation;
import nl.marge.ledger.PostingBooks;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.json.StrictJson;
import org.junit.jupiter.api.Test;

/**
 * What is laid down of entries whose source is accepted as unassigned, and what is left out, as a page an accountant can
 * read; {@code -Dgolden.accept} writes what Marge says now.
 */
class UnassignedGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nl/marge/ledger/rules/unassigned.golden");

    private final Reference reference = PostingBooks.inEuros();

    @Test
    void laysDownWhatTheGoldenCasesSay() throws IOException {
        String golden = Files.readString(GOLDEN);

        String said = answered(golden);

        if (System.getProperty("golden.accept", "").equals("true")) {
            Files.writeString(GOLDEN, said);
        }
        assertEquals(golden, said);
    }

    private String answered(String golden) {
        StringBuilder page = new StringBuilder();
        for (String line : golden.split("\n", -1)) {
            if (line.startsWith("{")) {
                page.append(line).append('\n').append(answer(line));
            } else if (!line.startsWith("=> ")) {
                page.append(line).append('\n');
            }
        }
        return page.substring(0, page.length() - 1);
    }

    private String answer(String text) {
        StrictJson json = new StrictJson();
        EntryReader reader = new EntryReader(json);
        json.read(text.toCharArray(), 0, text.length(), reader::read);
        Weighing weighing = PostingRules.check(reference, reader.command());
        return weighing instanceof Weighing.Refused refused
                ? told("refused", refused.violations().listed())
                : laidDown(((Weighing.Accepted) weighing).entry());
    }

    private String laidDown(WeighedEntry entry) {
        StringBuilder answer = new StringBuilder();
        int number = 0;
        for (WeighedLine line : entry.lines()) {
            answer.append("=> line ")
                    .append(++number)
                    .append(": ")
                    .append(reference.account(line.accountId()).code())
                    .append(' ')
                    .append(Money.text(line.amount(), reference.company().decimals()))
                    .append(' ')
                    .append(values(line))
                    .append('\n');
        }
        return answer + told("accepted", entry.leftOut());
    }

    private Map<String, String> values(WeighedLine line) {
        DimensionReference dimensions = reference.dimensions();
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < line.dimensions().size(); i++) {
            values.put(
                    dimensions.dimension(line.dimensions().dimensionId(i)).code(),
                    dimensions.value(line.dimensions().valueId(i)).code());
        }
        line.provenance()
                .originByDimension()
                .forEach((id, origin) -> values.merge(
                        dimensions.dimension(id).code(), "(" + origin.kind() + ")", (value, from) -> value + from));
        return values;
    }

    private static String told(String fate, List<Violation> violations) {
        StringBuilder answer = new StringBuilder();
        for (Violation violation : violations) {
            answer.append("=> ")
                    .append(fate)
                    .append(' ')
                    .append(violation.code().code())
                    .append(' ')
                    .append(((Place.Pointer) violation.place()).pointer())
                    .append(" | ")
                    .append(violation.message())
                    .append('\n');
        }
        return answer.toString();
    }
}
