package nl.marge.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Violations;
import nl.marge.ledger.PostingBooks;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.json.StrictJson;
import org.junit.jupiter.api.Test;

/** Splits as pages an accountant can check; {@code -Dgolden.accept} writes what comes out now. */
class SplitsGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nl/marge/ledger/rules/splits.md");
    private static final String RESULT = "| ledger line |";
    private static final String ABSENT = "-";

    @Test
    void dividesAsTheGoldenPageSays() throws IOException {
        String golden = Files.readString(GOLDEN);
        List<String> cases = List.of(golden.split("(?m)^(?=## )"));
        assertTrue(cases.size() > 15, "cases are missing");

        String said = cases.get(0)
                + cases.stream().skip(1).map(SplitsGoldenTest::answered).collect(Collectors.joining("\n"));

        if (System.getProperty("golden.accept", "").equals("true")) {
            Files.writeString(GOLDEN, said);
        }
        assertEquals(golden, said);
    }

    private static String answered(String page) {
        String given = page.substring(0, page.indexOf(RESULT));
        return given + RESULT + " amount | quantity | dimensions |\n| - | - | - | - |\n" + ledgerLines(rows(given));
    }

    /** The cells of all rows but the headings: first the line, then its parts. */
    private static List<List<String>> rows(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| ")
                        && !line.startsWith("| -")
                        && !line.startsWith("| currency")
                        && !line.startsWith("| weight"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static String ledgerLines(List<List<String>> rows) {
        List<String> line = rows.get(0);
        Reference reference = PostingBooks.in(line.get(0));
        WeighedEntry entry = ((Weighing.Accepted)
                        PostingRules.check(reference, command(line, rows.subList(1, rows.size()))))
                .entry();
        List<WeighedLine> parts = entry.lines().subList(0, entry.lines().size() - 1);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> "| " + (i + 1) + " | " + row(reference, parts.get(i)) + " |\n")
                .collect(Collectors.joining());
    }

    private static String row(Reference reference, WeighedLine line) {
        DimensionSet set = line.dimensions();
        String dimensions = IntStream.range(0, set.size())
                .mapToObj(i ->
                        reference.dimensions().dimension(set.dimensionId(i)).code() + " "
                                + reference.dimensions().value(set.valueId(i)).code())
                .sorted()
                .collect(Collectors.joining(", "));
        return Money.text(line.amount(), reference.company().decimals()) + " | "
                + (line.quantity().isPresent() ? Quantities.text(line.quantity().getAsLong()) : ABSENT) + " | "
                + (dimensions.isEmpty() ? ABSENT : dimensions);
    }

    /** The entry: the line, and what balances it. */
    private static EntryCommand command(List<String> line, List<List<String>> parts) {
        String opposite = new BigDecimal(line.get(2)).negate().toPlainString();
        String mode = given(line.get(4))
                .map(text -> "\"splitMode\":\"" + text + "\",")
                .orElse("");
        String quantity =
                given(line.get(3)).map(text -> "\"quantity\":\"" + text + "\",").orElse("");
        String entry = """
                {"externalId":"E1","postingDate":"2026-03-31","dimensions":%s,
                 "lines":[{"account":"%s","amount":"%s",%s%s"dimensions":%s,"splits":[%s]},
                          {"account":"1500","amount":"%s"}]}""".formatted(
                        dimensions(line.get(5)),
                        line.get(1),
                        line.get(2),
                        quantity,
                        mode,
                        dimensions(line.get(6)),
                        parts.stream().map(SplitsGoldenTest::part).collect(Collectors.joining(",")),
                        opposite);
        StrictJson json = new StrictJson();
        EntryReader reader = new EntryReader(json);
        Violations violations = json.read(entry.toCharArray(), 0, entry.length(), reader::read);
        assertEquals(List.of(), violations.listed());
        return reader.command();
    }

    private static String part(List<String> row) {
        boolean remainder = row.get(0).equals("remainder");
        return "{" + (remainder ? "\"remainder\":true" : "\"weight\":\"" + row.get(0) + "\"") + ",\"dimensions\":"
                + dimensions(row.get(1)) + "}";
    }

    private static String dimensions(String cell) {
        return given(cell).stream()
                .flatMap(text -> Arrays.stream(text.split(", ")))
                .map(pair -> "\"" + pair.replace(" ", "\":\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Optional<String> given(String cell) {
        return Optional.of(cell).filter(text -> !text.equals(ABSENT));
    }
}
