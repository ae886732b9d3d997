package nl.marge.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.PostingBooks;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.split.SplitsCommand;
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
        List<SplitsCommand.Part> split = new ArrayList<>();
        for (List<String> part : parts) {
            boolean remainder = part.get(0).equals("remainder");
            split.add(new SplitsCommand.Part(
                    Optional.of(part.get(0)).filter(weight -> !remainder), remainder, dimensions(part.get(1))));
        }
        String opposite = new BigDecimal(line.get(2)).negate().toPlainString();
        return new EntryCommand(
                Optional.of("E1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2026-03-31"),
                Optional.empty(),
                Optional.empty(),
                dimensions(line.get(5)),
                List.of(
                        line(
                                line.get(1),
                                line.get(2),
                                given(line.get(3)),
                                dimensions(line.get(6)),
                                new SplitsCommand(given(line.get(4)), split)),
                        line("1500", opposite, Optional.empty(), Map.of(), SplitsCommand.NONE)));
    }

    private static LineCommand line(
            String account,
            String amount,
            Optional<String> quantity,
            Map<String, String> dimensions,
            SplitsCommand splits) {
        return new LineCommand(
                Optional.of(account),
                Optional.of(amount),
                Optional.empty(),
                Optional.empty(),
                quantity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dimensions,
                splits);
    }

    private static Optional<String> given(String cell) {
        return Optional.of(cell).filter(text -> !text.equals(ABSENT));
    }

    private static Map<String, String> dimensions(String cell) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        given(cell).ifPresent(text -> Arrays.stream(text.split(", "))
                .map(pair -> pair.split(" "))
                .forEach(pair -> dimensions.put(pair[0], pair[1])));
        return dimensions;
    }
}
