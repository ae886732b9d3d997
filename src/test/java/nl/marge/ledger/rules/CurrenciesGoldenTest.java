package nl.marge.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Money;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import nl.marge.ledger.PostingBooks;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.CurrencySetting;
import nl.marge.platform.json.StrictJson;
import org.junit.jupiter.api.Test;

/**
 * Entries in other currencies as pages an accountant can read. {@code -Dgolden.accept=true} writes what comes out now;
 * the change is then reviewed as a diff.
 */
class CurrenciesGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nl/marge/ledger/rules/currencies.golden");

    private Reference reference = PostingBooks.inEuros();

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
            if (line.startsWith("=> ")) {
                continue;
            }
            page.append(line).append('\n');
            if (line.startsWith("settings: ")) {
                reference = PostingBooks.inEuros(setting(line.split(" ")));
            } else if (line.startsWith("{")) {
                page.append(answer(line));
            }
        }
        return page.substring(0, page.length() - 1);
    }

    private static CurrencySetting setting(String[] words) {
        if (words[1].equals("none")) {
            return CurrencySetting.STANDARD;
        }
        Map<String, String> dimensions =
                words[3].equals("-") ? Map.of() : Map.of(words[3].split("=")[0], words[3].split("=")[1]);
        return new CurrencySetting(
                CurrencySetting.SPOT,
                Optional.empty(),
                Optional.of(words[1]),
                Optional.of(words[2]).filter(code -> !code.equals("-")),
                dimensions,
                1);
    }

    private String answer(String text) {
        StrictJson json = new StrictJson();
        EntryReader reader = new EntryReader(json);
        Violations shape = json.read(text.toCharArray(), 0, text.length(), reader::read);
        assertEquals(0, shape.total(), text);
        Weighing weighing = PostingRules.check(reference, reader.command());
        StringBuilder answer = new StringBuilder();
        if (weighing instanceof Weighing.Refused refused) {
            for (Violation violation : refused.violations().listed()) {
                answer.append("=> %s | %s%n".formatted(violation.code().code(), violation.message()));
            }
            return answer.toString();
        }
        WeighedEntry entry = ((Weighing.Accepted) weighing).entry();
        entry.lines().forEach(line -> answer.append(told(line, entry.currency())));
        return answer.toString();
    }

    private String told(WeighedLine line, String currency) {
        return "=> %s %10s EUR %10s %s %s%s%n"
                .formatted(
                        reference.account(line.accountId()).code(),
                        Money.text(line.amount(), 2),
                        Money.text(line.currencyAmount().orElseThrow(), Money.decimalsOf(currency)),
                        currency,
                        dimensions(line),
                        line.text().map(text -> " " + text).orElse(""));
    }

    private String dimensions(WeighedLine line) {
        DimensionReference dimensions = reference.dimensions();
        Map<String, String> told = new TreeMap<>();
        for (int i = 0; i < line.dimensions().size(); i++) {
            int dimension = line.dimensions().dimensionId(i);
            told.put(
                    dimensions.dimension(dimension).code(),
                    dimensions.value(line.dimensions().valueId(i)).code()
                            + line.provenance()
                                    .origin(dimension)
                                    .map(origin -> " (" + origin.kind() + ")")
                                    .orElse(""));
        }
        return told.toString();
    }
}
