package nl.marge.ledger.audit;

import static java.util.Objects.requireNonNull;

import nl.marge.company.Company;
import nl.marge.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a source announced for a fiscal period beside what has arrived of it. */
@Schema(description = "What a source says it sent for a fiscal period, beside what has arrived.")
public record FeedComparison(
        String source,
        String scenario,
        String period,
        Totals announced,
        Totals arrived,
        @Schema(description = "Announced less arrived") Totals difference,

        @Schema(description = "Whether all that was announced has arrived, and nothing else")
        boolean complete) {

    public FeedComparison {
        requireNonNull(announced, "announced");
        requireNonNull(arrived, "arrived");
        requireNonNull(difference, "difference");
    }

    static FeedComparison of(Company company, ControlTotal total, FeedTotals arrived) {
        FeedTotals difference = total.announced().minus(arrived);
        return new FeedComparison(
                total.feed().source(),
                total.feed().scenario(),
                total.feed().period().toString(),
                Totals.of(company, total.announced()),
                Totals.of(company, arrived),
                Totals.of(company, difference),
                difference.equals(FeedTotals.NONE));
    }

    /** Entries, lines as sent, and the sums of debit and credit, both positive. */
    @Schema(name = "FeedTotals")
    public record Totals(
            long entries,
            @Schema(description = "As sent, before splits") long lines,
            String debit,
            @Schema(description = "Positive") String credit) {

        static Totals of(Company company, FeedTotals totals) {
            return new Totals(
                    totals.entries(),
                    totals.lines(),
                    Money.text(totals.debit(), company.decimals()),
                    Money.text(totals.credit(), company.decimals()));
        }
    }

    static final String EXAMPLE = """
            {"source":"ERP","scenario":"ACTUAL","period":"2026-03",
             "announced":{"entries":412,"lines":1890,"debit":"912345.10","credit":"912345.10"},
             "arrived":{"entries":411,"lines":1886,"debit":"911095.10","credit":"911095.10"},
             "difference":{"entries":1,"lines":4,"debit":"1250.00","credit":"1250.00"},"complete":false}""";
}
