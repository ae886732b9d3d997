package nl.marge.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.marge.kernel.Violation;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.PostingBooks;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.period.PeriodRules;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.split.SplitsCommand;
import org.junit.jupiter.api.Test;

/** Which period takes what, as a page an accountant can read; {@code -Dgolden.accept} writes what Marge says now. */
class PeriodsGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nl/marge/ledger/rules/periods.md");

    private final Reference reference = PostingBooks.inEuros();

    @Test
    void saysWhatTheGoldenPageSays() throws IOException {
        String golden = Files.readString(GOLDEN);

        String said = golden.lines()
                .map(line -> line.startsWith("| API") || line.startsWith("| LATE") ? row(line) : line)
                .collect(Collectors.joining("\n", "", "\n"));

        if (System.getProperty("golden.accept", "").equals("true")) {
            Files.writeString(GOLDEN, said);
        }
        assertEquals(golden, said);
    }

    private String row(String line) {
        List<String> given =
                Arrays.stream(line.split("\\|")).map(String::strip).toList().subList(1, 5);
        return "| " + String.join(" | ", given) + " | " + answer(given.get(0), given.get(1), given.get(2), given.get(3))
                + " |";
    }

    private String answer(String source, String entry, String scenario, String asked) {
        LocalDate date = LocalDate.parse(asked);
        PeriodRules rules = new PeriodRules(reference.settings().periods(), scenario);
        return switch (entry) {
            case "REVERSAL" -> answer(date, rules.refuseReversal(date));
            case "ALLOCATION", "RECLASSIFICATION" -> answer(date, rules.refuse(date, EntryKind.valueOf(entry)));
            default -> weighed(command(source, entry, scenario, asked));
        };
    }

    private static String answer(LocalDate date, Optional<Violation> refusal) {
        return refusal.map(PeriodsGoldenTest::refused).orElse(date + " | - | as copied | -");
    }

    private String weighed(EntryCommand command) {
        if (PostingRules.check(reference, command) instanceof Weighing.Refused refused) {
            assertEquals(1, refused.violations().total());
            return refused(refused.violations().listed().get(0));
        }
        WeighedEntry entry = ((Weighing.Accepted) PostingRules.check(reference, command)).entry();
        return entry.postingDate() + " | "
                + entry.originalDate().map(LocalDate::toString).orElse("-") + " | "
                + entry.lines().get(0).membershipDate() + " | -";
    }

    private static String refused(Violation violation) {
        return "- | - | - | `" + violation.code().code() + "` " + violation.message();
    }

    private static EntryCommand command(String source, String kind, String scenario, String date) {
        List<LineCommand> lines = kind.equals(EntryKind.COST.name())
                ? List.of(line("7000", "12.50"))
                : List.of(line("1300", "12.50"), line("1500", "-12.50"));
        return new EntryCommand(
                Optional.of("E1"),
                Optional.of(source),
                Optional.of(kind),
                Optional.of(scenario),
                Optional.of(date),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                lines);
    }

    private static LineCommand line(String account, String amount) {
        return new LineCommand(
                Optional.of(account),
                Optional.of(amount),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                SplitsCommand.NONE);
    }
}
