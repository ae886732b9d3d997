package nl.marge.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.split.SplitsCommand;

/**
 * A journal entry as a client sent it: text as written, nothing interpreted, nothing derived. Whether it can be posted
 * is for {@link PostingRules} to say.
 */
public record EntryCommand(
        Optional<String> externalId,
        Optional<String> source,
        Optional<String> kind,
        Optional<String> scenario,
        Optional<String> postingDate,
        Optional<String> currency,
        Optional<String> rateType,
        Optional<String> description,
        Map<String, String> dimensions,
        List<LineCommand> lines) {

    public EntryCommand {
        requireNonNull(dimensions, "dimensions");
        requireNonNull(lines, "lines");
    }

    /**
     * A line as sent: {@code amount}, or exactly one of {@code debit} and {@code credit}, in the entry's currency; and
     * what that is in the company's, where the sender says so.
     */
    public record LineCommand(
            Optional<String> account,
            Optional<String> amount,
            Optional<String> debit,
            Optional<String> credit,
            Optional<String> companyAmount,
            Optional<String> quantity,
            Optional<String> text,
            Optional<String> lineId,
            Optional<String> membershipDate,
            Map<String, String> dimensions,
            SplitsCommand splits) {
        public LineCommand {
            requireNonNull(dimensions, "dimensions");
            requireNonNull(splits, "splits");
        }
    }
}
