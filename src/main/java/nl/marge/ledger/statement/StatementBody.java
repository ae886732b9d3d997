package nl.marge.ledger.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.Statement;
import nl.marge.ledger.StatementLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A statement as the contract shows it. */
@Schema(
        name = "Statement",
        description = "The P&L template: its lines in order, the last of them the profit.",
        requiredProperties = {"lines"})
record StatementBody(
        @Schema(minItems = 1, maxItems = StatementRules.LINES_LIMIT)
        List<Line> lines) {

    static final String EXAMPLE = """
            {"lines":[{"code":"GROSS_REVENUE","name":"Gross revenue","kind":"AMOUNT","nature":"REVENUE"},
                      {"code":"DEDUCTIONS","name":"Deductions","kind":"AMOUNT","nature":"COST"},
                      {"code":"NET_REVENUE","name":"Net revenue","kind":"SUBTOTAL",
                       "plus":["GROSS_REVENUE"],"minus":["DEDUCTIONS"]},
                      {"code":"COGS","name":"Cost of goods sold","kind":"AMOUNT","nature":"COST"},
                      {"code":"CM1","name":"Contribution margin 1","kind":"SUBTOTAL",
                       "plus":["NET_REVENUE"],"minus":["COGS"]}]}""";

    StatementBody {
        lines = List.copyOf(lines);
    }

    static StatementBody of(Statement statement) {
        return new StatementBody(statement.lines().stream().map(Line::of).toList());
    }

    /** A line: an amount has a nature, a subtotal has parts. */
    @Schema(
            name = "StatementLine",
            requiredProperties = {"code", "kind"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonPropertyOrder({"code", "name", "kind", "nature", "plus", "minus"})
    record Line(
            @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$") String code,

            @Schema(maxLength = 200, description = "The code unless given.")
            String name,

            @Schema(
                    enumeration = {StatementLine.AMOUNT, StatementLine.SUBTOTAL},
                    description = "AMOUNT: accounts map to it. SUBTOTAL: computed from earlier lines.")
            String kind,

            @Schema(description = "Of an AMOUNT: REVENUE (value = -amount) or COST (value = amount).")
            Optional<StatementLine.Nature> nature,

            @Schema(description = "Of a SUBTOTAL: earlier lines that are added.")
            Optional<List<String>> plus,

            @Schema(description = "Of a SUBTOTAL: earlier lines that are taken off.")
            Optional<List<String>> minus) {

        static Line of(StatementLine line) {
            if (line instanceof StatementLine.Amount amount) {
                return new Line(
                        amount.code(),
                        amount.name(),
                        StatementLine.AMOUNT,
                        Optional.of(amount.nature()),
                        Optional.empty(),
                        Optional.empty());
            }
            StatementLine.Subtotal subtotal = (StatementLine.Subtotal) line;
            return new Line(
                    subtotal.code(),
                    subtotal.name(),
                    StatementLine.SUBTOTAL,
                    Optional.empty(),
                    Optional.of(subtotal.plus()),
                    Optional.of(subtotal.minus()));
        }
    }
}
