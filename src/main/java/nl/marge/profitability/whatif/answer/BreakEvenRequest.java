package nl.marge.profitability.whatif.answer;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.allocation.lever.LeverCommand;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** How far a lever has to go, as it is asked, read but not yet checked. */
record BreakEvenRequest(
        ScopeRequest scope,
        LeverCommand lever,
        Map<String, String> row,
        Optional<String> line,
        Optional<String> percentOfNetRevenue,
        Optional<String> amount) {

    BreakEvenRequest {
        requireNonNull(scope, "scope");
        requireNonNull(lever, "lever");
        row = new TreeMap<>(row);
        requireNonNull(line, "line");
        requireNonNull(percentOfNetRevenue, "percentOfNetRevenue");
        requireNonNull(amount, "amount");
    }

    static BreakEvenRequest read(StrictJson json) {
        return new Reader(json).read();
    }

    private static final class Reader {
        private static final Place LEVER = Place.at("/lever");

        private final StrictJson json;
        private final ScopeRequest.Reader scope = new ScopeRequest.Reader();
        private final Map<String, String> row = new TreeMap<>();
        private LeverCommand lever = new LeverCommand(
                LEVER,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        private Optional<String> line = Optional.empty();
        private Optional<String> percent = Optional.empty();
        private Optional<String> amount = Optional.empty();

        Reader(StrictJson json) {
            this.json = json;
        }

        BreakEvenRequest read() {
            json.object(this::readMember);
            return new BreakEvenRequest(scope.request(), lever, row, line, percent, amount);
        }

        private void readMember(String member) {
            switch (member) {
                case "lever" -> lever = LeverCommand.read(json, LEVER);
                case "row" -> json.stringPairs(row::put);
                case "line" -> line = json.text();
                case "target" -> json.object(this::readTarget);
                default -> scope.readMember(member, json, "lever", "row", "line", "target");
            }
        }

        private void readTarget(String member) {
            switch (member) {
                case "percentOfNetRevenue" -> percent = json.decimalText();
                case "amount" -> amount = json.decimalText();
                default -> json.unknownMember("percentOfNetRevenue", "amount");
            }
        }
    }
}
