package nl.marge.ledger.rules;

import static nl.marge.ledger.rules.PostingRules.quoted;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.JournalReader.ReadBack;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;

/**
 * Makes the entry that cancels another: amounts and quantities negated, everything else the same, and each line on the
 * dimension set it was reclassified to, so that the two are nothing together wherever they stand. Pure.
 */
public final class Reversals {

    private Reversals() {}

    /**
     * The reversal of {@code original}, whose lines now stand as {@code lines} say.
     *
     * @throws Refusal ENTRY_REFUSED with all that is wrong with {@code command}
     */
    public static WeighedEntry of(ReadBack original, List<WeighedLine> lines, ReversalCommand command) {
        Violations violations = new Violations();
        LocalDate date = postingDate(original, command, violations);
        command.reason().ifPresent(reason -> checkReason(reason, violations));
        String externalId =
                command.externalId().orElse(original.entry().identity().externalId() + "/reversal");
        if (command.externalId().isPresent() && !PostingRules.isExternalId(externalId)) {
            violations.add(
                    "/externalId",
                    ViolationCode.EXTERNAL_ID_INVALID,
                    "externalId " + quoted(externalId) + " is not 1 to 200 printable characters without blanks at the"
                            + " ends. Leave it out to get the original's with /reversal behind.");
        }
        violations.refuse(Refusal.Reason.ENTRY_REFUSED);
        byte[] hash = ContentHash.ofReversal(original.stored().id(), date.toString(), command.reason());
        WeighedEntry entry = original.entry();
        return new WeighedEntry(
                new EntryIdentity(entry.identity().source(), externalId, hash),
                entry.kind(),
                entry.scenario(),
                date,
                Optional.empty(),
                entry.currency(),
                entry.description(),
                Optional.of(new WeighedEntry.Reverses(original.stored().id(), command.reason())),
                entry.linesSent(),
                lines.stream().map(WeighedLine::negated).toList());
    }

    private static LocalDate postingDate(ReadBack original, ReversalCommand command, Violations violations) {
        LocalDate own = original.entry().postingDate();
        if (command.postingDate().isEmpty()) {
            return own;
        }
        Optional<LocalDate> date = Dates.read(command.postingDate().get());
        if (date.isEmpty()) {
            violations.add(
                    "/postingDate",
                    ViolationCode.POSTING_DATE_INVALID,
                    "postingDate " + quoted(command.postingDate().get()) + " is not " + Dates.FORM
                            + ". Leave it out to reverse on the original's date " + own + ".");
        }
        return date.orElse(own);
    }

    private static void checkReason(String reason, Violations violations) {
        if (reason.length() > PostingRules.TEXT_LIMIT) {
            violations.add(
                    "/reason",
                    ViolationCode.TEXT_INVALID,
                    "reason has " + reason.length() + " characters. Shorten it to " + PostingRules.TEXT_LIMIT + ".");
        }
    }
}
