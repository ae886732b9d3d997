package nl.marge.ledger.period;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a period. */
final class PeriodReader {

    private String scenario;
    private String period;
    private Optional<String> status = Optional.empty();

    private PeriodReader(String scenario, String period) {
        this.scenario = scenario;
        this.period = period;
    }

    /** The period that stands next; {@code scenario} and {@code period} are its unless the body says others. */
    static PeriodCommand read(StrictJson json, String scenario, String period) {
        PeriodReader reader = new PeriodReader(scenario, period);
        json.object(member -> reader.readMember(member, json));
        return new PeriodCommand(Place.REQUEST, reader.scenario, reader.period, reader.status);
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "period" -> period = json.textOr(period);
            case "scenario" -> scenario = json.textOr(scenario);
            case "status" -> status = json.text();
            default -> json.unknownMember("period", "scenario", "status");
        }
    }
}
