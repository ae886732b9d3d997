package nl.marge.ledger.rules;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.company.Company;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Sha256;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.split.SplitRules;
import nl.marge.ledger.split.SplitsCommand;

/**
 * The hash of an entry as sent, in normal form: what is absent counts as its default, {@code 1250} as {@code 1250.00},
 * a credit as a negative amount; the order of members does not matter, the order of lines does; nothing derived is in
 * it. Two entries with the same hash are the same request.
 */
final class ContentHash {

    private final StringBuilder form = new StringBuilder(256);

    private ContentHash() {}

    /** The hash of a command whose form was found sound; {@code amounts} are its own. */
    static byte[] of(EntryCommand command, Company company, EntryAmounts amounts) {
        ContentHash hash = new ContentHash();
        hash.add("entry/1");
        hash.add(command.kind().orElse(EntryKind.JOURNAL.name()));
        hash.add(command.scenario().orElse(PostingRules.DEFAULT_SCENARIO));
        hash.add(command.postingDate().orElse(""));
        hash.add(command.currency().orElse(company.currency()));
        hash.add(command.description());
        hash.add(command.dimensions());
        List<LineCommand> lines = command.lines();
        hash.add(Integer.toString(lines.size()));
        for (int i = 0; i < lines.size(); i++) {
            hash.addLine(command, lines.get(i), amounts.sent()[i]);
        }
        hash.addCurrency(command, amounts);
        return Sha256.of(hash.form.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of a reversal. */
    static byte[] ofReversal(EntryId original, String postingDate, Optional<String> reason) {
        ContentHash hash = new ContentHash();
        hash.add("reversal/1");
        hash.add(original.toString());
        hash.add(postingDate);
        hash.add(reason);
        return Sha256.of(hash.form.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What only entries in another currency can say, so that the others keep their form. */
    private void addCurrency(EntryCommand command, EntryAmounts amounts) {
        command.rateType().ifPresent(type -> {
            add("rateType");
            add(type);
        });
        if (amounts.isCompanyGiven()) {
            add("companyAmounts");
            for (long amount : amounts.company()) {
                add(Long.toString(amount));
            }
        }
    }

    private void addLine(EntryCommand command, LineCommand line, long amount) {
        add(line.account());
        add(Long.toString(amount));
        add(line.quantity().map(ContentHash::quantity));
        add(line.text());
        add(line.lineId());
        add(line.membershipDate().filter(date -> !Optional.of(date).equals(command.postingDate())));
        add(line.dimensions());
        if (!line.splits().parts().isEmpty()) {
            add(line.splits());
        }
    }

    /** The mark is one that no text and no absence begins with, so what follows cannot be taken for the next line. */
    private void add(SplitsCommand splits) {
        form.append('/');
        add(splits.mode().orElse(SplitRules.PAIRED));
        add(Integer.toString(splits.parts().size()));
        for (SplitsCommand.Part part : splits.parts()) {
            add(part.weight().map(ContentHash::weight));
            add(part.dimensions());
        }
    }

    private static String weight(String text) {
        return SplitRules.percentage(text).map(BigDecimal::toPlainString).orElse(text);
    }

    private static String quantity(String text) {
        return Quantities.read(text) instanceof Money.Reading.Amount read ? Long.toString(read.minorUnits()) : text;
    }

    private void add(Optional<String> text) {
        if (text.isPresent()) {
            add(text.get());
        } else {
            form.append('-');
        }
    }

    private void add(Map<String, String> dimensions) {
        add(Integer.toString(dimensions.size()));
        Map<String, String> ordered = dimensions.size() < 2 ? dimensions : new TreeMap<>(dimensions);
        ordered.forEach((dimension, value) -> {
            add(dimension);
            add(value);
        });
    }

    private void add(String text) {
        form.append(text.length()).append(':').append(text);
    }
}
