package nl.marge.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.split.SplitsCommand;
import nl.marge.platform.json.StrictJson;

/** Reads entries from JSON: the shape only, whatever the content says. One reader reads many, one after the other. */
public final class EntryReader {

    private static final String[] ENTRY_MEMBERS = {
        "externalId",
        "source",
        "kind",
        "scenario",
        "postingDate",
        "currency",
        "rateType",
        "description",
        "dimensions",
        "lines"
    };
    private static final String[] LINE_MEMBERS = {
        "account",
        "amount",
        "debit",
        "credit",
        "companyAmount",
        "quantity",
        "text",
        "lineId",
        "membershipDate",
        "dimensions",
        "splitMode",
        "splits"
    };

    private final StrictJson json;

    private Optional<String> externalId;
    private Optional<String> source;
    private Optional<String> kind;
    private Optional<String> scenario;
    private Optional<String> postingDate;
    private Optional<String> currency;
    private Optional<String> rateType;
    private Optional<String> description;
    private Map<String, String> dimensions;
    private List<LineCommand> lines;

    public EntryReader(StrictJson json) {
        this.json = json;
        clear();
    }

    /** Forgets the entry before. */
    public void clear() {
        externalId = Optional.empty();
        source = Optional.empty();
        kind = Optional.empty();
        scenario = Optional.empty();
        postingDate = Optional.empty();
        currency = Optional.empty();
        rateType = Optional.empty();
        description = Optional.empty();
        dimensions = Map.of();
        lines = new ArrayList<>();
    }

    /** Reads the entry that stands next in the document. */
    public void read() {
        json.object(this::readMember);
    }

    /** What was read so far, also of an entry whose shape is wrong. */
    public EntryCommand command() {
        return new EntryCommand(
                externalId, source, kind, scenario, postingDate, currency, rateType, description, dimensions, lines);
    }

    private void readMember(String member) {
        switch (member) {
            case "externalId" -> externalId = json.text();
            case "source" -> source = json.text();
            case "kind" -> kind = json.text();
            case "scenario" -> scenario = json.text();
            case "postingDate" -> postingDate = json.text();
            case "currency" -> currency = json.text();
            case "rateType" -> rateType = json.text();
            case "description" -> description = json.text();
            case "dimensions" -> dimensions = json.stringMap();
            case "lines" -> json.array(() -> lines.add(new LineReader().read()));
            default -> json.unknownMember(ENTRY_MEMBERS);
        }
    }

    /** Reads one line. */
    private final class LineReader {
        private Optional<String> account = Optional.empty();
        private Optional<String> amount = Optional.empty();
        private Optional<String> debit = Optional.empty();
        private Optional<String> credit = Optional.empty();
        private Optional<String> companyAmount = Optional.empty();
        private Optional<String> quantity = Optional.empty();
        private Optional<String> text = Optional.empty();
        private Optional<String> lineId = Optional.empty();
        private Optional<String> membershipDate = Optional.empty();
        private Map<String, String> lineDimensions = Map.of();
        private Optional<String> splitMode = Optional.empty();
        private List<SplitsCommand.Part> parts = List.of();

        private LineCommand read() {
            json.object(this::readMember);
            return new LineCommand(
                    account,
                    amount,
                    debit,
                    credit,
                    companyAmount,
                    quantity,
                    text,
                    lineId,
                    membershipDate,
                    lineDimensions,
                    splits());
        }

        private void readMember(String member) {
            switch (member) {
                case "account" -> account = json.text();
                case "amount" -> amount = json.decimalText();
                case "debit" -> debit = json.decimalText();
                case "credit" -> credit = json.decimalText();
                case "companyAmount" -> companyAmount = json.decimalText();
                case "quantity" -> quantity = json.decimalText();
                case "text" -> text = json.text();
                case "lineId" -> lineId = json.text();
                case "membershipDate" -> membershipDate = json.text();
                case "dimensions" -> lineDimensions = json.stringMap();
                case "splitMode" -> splitMode = json.text();
                case "splits" -> readSplits();
                default -> json.unknownMember(LINE_MEMBERS);
            }
        }

        private void readSplits() {
            parts = new ArrayList<>();
            json.array(() -> parts.add(new PartReader().read()));
        }

        private SplitsCommand splits() {
            return parts.isEmpty() ? SplitsCommand.NONE : new SplitsCommand(splitMode, parts);
        }
    }

    /** Reads one part of a line. */
    private final class PartReader {
        private Optional<String> weight = Optional.empty();
        private boolean remainder;
        private Map<String, String> partDimensions = Map.of();

        private SplitsCommand.Part read() {
            json.object(member -> {
                switch (member) {
                    case "weight" -> weight = json.decimalText();
                    case "remainder" -> remainder = json.flagOr(false);
                    case "dimensions" -> partDimensions = json.stringMap();
                    default -> json.unknownMember("weight", "remainder", "dimensions");
                }
            });
            return new SplitsCommand.Part(weight, remainder, partDimensions);
        }
    }
}
