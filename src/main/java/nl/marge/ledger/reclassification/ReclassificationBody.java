package nl.marge.ledger.reclassification;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.reclassification.draft.Mode;
import nl.marge.ledger.reclassification.draft.MovableLine;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand;
import nl.marge.ledger.reference.Reference;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reclassification as the contract shows it. */
@Schema(name = "Reclassification", description = "A correction of dimensions after posting.")
@JsonPropertyOrder({
    "id",
    "state",
    "description",
    "reason",
    "mode",
    "selection",
    "set",
    "steps",
    "linesTotal",
    "truncated",
    "lines"
})
record ReclassificationBody(
        @Schema(description = "Null in a dry run.") Optional<String> id,

        @Schema(enumeration = {"DRAFT", "VALIDATED", "APPLIED", "UNDONE", "DISCARDED"})
        String state,

        Optional<String> description,
        Optional<String> reason,

        @Schema(enumeration = {"REPLACE", "RE_DERIVE"}) String mode,

        Selection selection,

        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = String.class,
                description = "Dimension to the value that lines are to have; null for none.")
        Map<String, Optional<String>> set,

        @Schema(description = "With RE_DERIVE: the dimensions whose values are derived anew.")
        List<String> dimensions,

        @Schema(description = "Everything that was done, in order.")
        List<Taken> steps,

        int linesTotal,

        @Schema(description = "Whether there are more lines than shown here; .../lines has all.")
        boolean truncated,

        @Schema(description = "The first 1,000 lines; null in lists.")
        Optional<List<Line>> lines) {

    /** Lines shown with a reclassification. */
    static final int LINES_SHOWN = 1_000;

    static final String EXAMPLE_LINE = """
            {"number":1017,"line":2,"account":"8000","postingDate":"2026-03-31","membershipDate":"2026-03-31",\
            "amount":"-1250.00","before":{"CUSTOMER":"C1"},"after":{"CUSTOMER":"C1","SEGMENT":"KEY"}}""";

    private static final String ASKED = """
            "description":"Key accounts of March","reason":"Tagged too late",\
            "mode":"REPLACE","selection":{"from":"2026-03","to":"2026-03","accounts":["8000"],"filter":"SEGMENT:",\
            "scenario":"ACTUAL"},"set":{"SEGMENT":"KEY"},"dimensions":[],"steps":[""";

    private static final String CREATED = """
            {"action":"CREATE","state":"DRAFT","by":"jan","recordedAt":"2026-04-02T08:15:30.123456Z","violations":0,\
            "entries":[]}""";

    private static final String VALIDATED = CREATED + """
            ,{"action":"VALIDATE","state":"VALIDATED","by":"jan","recordedAt":"2026-04-02T08:15:31.123456Z",\
            "violations":0,"entries":[]}""";

    private static final String APPLIED = VALIDATED + """
            ,{"action":"APPLY","state":"APPLIED","by":"eva","recordedAt":"2026-04-02T08:15:32.123456Z","violations":0,\
            "entries":[1018]}""";

    private static final String UNDONE = APPLIED + """
            ,{"action":"UNDO","state":"UNDONE","by":"eva","recordedAt":"2026-04-02T09:15:32.123456Z","violations":0,\
            "entries":[1019]}""";

    private static final String COUNTED = "],\"linesTotal\":1,\"truncated\":false,\"lines\":";
    private static final String WITH_LINES = COUNTED + "[" + EXAMPLE_LINE + "]}";

    static final String EXAMPLE_PREVIEW = "{\"id\":null,\"state\":\"DRAFT\"," + ASKED + WITH_LINES;
    static final String EXAMPLE_DRAFT = "{\"id\":\"7\",\"state\":\"DRAFT\"," + ASKED + CREATED + WITH_LINES;
    static final String EXAMPLE_VALIDATED = "{\"id\":\"7\",\"state\":\"VALIDATED\"," + ASKED + VALIDATED + WITH_LINES;
    static final String EXAMPLE = "{\"id\":\"7\",\"state\":\"APPLIED\"," + ASKED + APPLIED + WITH_LINES;
    static final String EXAMPLE_UNDONE = "{\"id\":\"7\",\"state\":\"UNDONE\"," + ASKED + UNDONE + WITH_LINES;
    static final String EXAMPLE_LISTED = "{\"id\":\"7\",\"state\":\"APPLIED\"," + ASKED + APPLIED + COUNTED + "null}";

    static final String EXAMPLE_COMMAND = """
            {"description":"Key accounts of March","reason":"Tagged too late",
             "selection":{"from":"2026-03","to":"2026-03","accounts":["8000"],"filter":"SEGMENT:"},
             "mode":"REPLACE","set":{"SEGMENT":"KEY"}}""";

    ReclassificationBody {
        requireNonNull(state, "state");
        requireNonNull(lines, "lines");
    }

    /** A reclassification with the first of its lines. */
    static ReclassificationBody of(Reference reference, Reclassification shown, List<Move> moves) {
        List<Line> lines = moves.stream()
                .limit(LINES_SHOWN)
                .map(move -> Line.of(reference, move))
                .toList();
        return of(shown, Optional.of(lines));
    }

    /** A reclassification in a list. */
    static ReclassificationBody of(Reclassification shown) {
        return of(shown, Optional.empty());
    }

    /** What a draft would come to. */
    static ReclassificationBody preview(Reference reference, ReclassificationCommand command, List<Move> moves) {
        List<Line> lines = moves.stream()
                .limit(LINES_SHOWN)
                .map(move -> Line.of(reference, move))
                .toList();
        return of(Optional.empty(), State.DRAFT, new Reclassification(0, command, moves.size(), List.of()), lines);
    }

    private static ReclassificationBody of(Reclassification shown, Optional<List<Line>> lines) {
        return of(Optional.of(Integer.toString(shown.id())), shown.state(), shown, lines);
    }

    private static ReclassificationBody of(Optional<String> id, State state, Reclassification shown, List<Line> lines) {
        return of(id, state, shown, Optional.of(lines));
    }

    private static ReclassificationBody of(
            Optional<String> id, State state, Reclassification shown, Optional<List<Line>> lines) {
        ReclassificationCommand command = shown.command();
        return new ReclassificationBody(
                id,
                state.name(),
                command.description(),
                command.reason(),
                command.mode().orElse(Mode.REPLACE.name()),
                Selection.of(command.selection()),
                command.set(),
                command.dimensions(),
                shown.steps().stream().map(Taken::of).toList(),
                shown.lineCount(),
                lines.filter(some -> some.size() < shown.lineCount()).isPresent(),
                lines);
    }

    /** Which lines were asked for. */
    @Schema(name = "ReclassificationSelection")
    record Selection(
            @Schema(description = "Period or day; null when the lines were named one by one.")
            Optional<String> from,

            Optional<String> to,

            @Schema(description = "Codes, beginnings such as 47*, ranges such as 4000..4999; empty = all.")
            List<String> accounts,

            @Schema(description = "As reports take it, by the values lines stand on now.")
            Optional<String> filter,

            Optional<String> scenario) {

        private static Selection of(ReclassificationCommand.Selection asked) {
            return new Selection(
                    asked.from(),
                    asked.to(),
                    asked.accounts(),
                    asked.filter(),
                    Optional.of(asked.scenario().orElse(ReclassificationCommand.DEFAULT_SCENARIO)));
        }
    }

    /** A step taken. */
    @Schema(name = "ReclassificationStep")
    record Taken(
            @Schema(enumeration = {"CREATE", "VALIDATE", "APPLY", "UNDO", "DISCARD"})
            String action,

            @Schema(description = "The state after it.") String state,

            @Schema(description = "What X-Marge-User said.") Optional<String> by,

            Instant recordedAt,

            @Schema(description = "How many it found.") int violations,

            @Schema(description = "Numbers of the entries it posted.")
            List<Long> entries) {

        private static Taken of(Step step) {
            return new Taken(
                    step.action().name(),
                    step.state().name(),
                    step.by(),
                    step.recordedAt(),
                    step.violations(),
                    LongStream.range(step.firstNumber(), step.firstNumber() + step.entries())
                            .boxed()
                            .toList());
        }
    }

    /** A line, and where it goes. */
    @Schema(name = "ReclassificationLine", description = "A line, and the values on it before and after.")
    record Line(
            @Schema(description = "Of its entry.") long number,
            @Schema(description = "Within its entry.") int line,
            String account,
            LocalDate postingDate,
            LocalDate membershipDate,
            String amount,
            Map<String, String> before,
            Map<String, String> after) {

        static Line of(Reference reference, Move move) {
            MovableLine moved = move.line();
            WeighedLine line = moved.line();
            return new Line(
                    moved.number(),
                    moved.key().lineNumber(),
                    reference.account(line.accountId()).code(),
                    moved.postingDate(),
                    line.membershipDate(),
                    Money.text(line.amount(), reference.company().decimals()),
                    codes(reference.dimensions(), move.before()),
                    codes(reference.dimensions(), move.after()));
        }

        private static Map<String, String> codes(DimensionReference dimensions, DimensionSet set) {
            Map<String, String> codes = new TreeMap<>();
            for (int i = 0; i < set.size(); i++) {
                codes.put(
                        dimensions.dimension(set.dimensionId(i)).code(),
                        dimensions.value(set.valueId(i)).code());
            }
            return codes;
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "ReclassificationPage",
            requiredProperties = {"items", "next"})
    record Page(List<ReclassificationBody> items, Optional<String> next) {}

    /** The shape of a page of lines, for the contract. */
    @Schema(
            name = "ReclassificationLinePage",
            requiredProperties = {"items", "next"})
    record LinePage(List<Line> items, Optional<String> next) {}
}
