package nl.marge.allocation.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.YearMonth;
import java.util.Optional;
import nl.marge.allocation.plan.RunRequest;

/**
 * What a job of this room is to do, as the job keeps it.
 *
 * @param reverses the id of the run that is to be reversed; else a run is to be made
 */
record RunOrder(
        String company, String cycle, String period, String scenario, boolean dryRun, Optional<String> reverses) {

    RunOrder {
        requireNonNull(company, "company");
        requireNonNull(cycle, "cycle");
        requireNonNull(period, "period");
        requireNonNull(scenario, "scenario");
        requireNonNull(reverses, "reverses");
    }

    static RunOrder run(String company, RunRequest request, boolean dryRun) {
        return new RunOrder(
                company, request.cycle(), request.period().toString(), request.scenario(), dryRun, Optional.empty());
    }

    static RunOrder reversal(String company, AllocationRun run) {
        RunRequest request = run.request();
        return new RunOrder(
                company,
                request.cycle(),
                request.period().toString(),
                request.scenario(),
                false,
                Optional.of(run.id()));
    }

    RunRequest request() {
        return new RunRequest(cycle, YearMonth.parse(period), scenario);
    }

    String written(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("an order cannot be written as JSON: " + this, bug);
        }
    }

    static RunOrder read(ObjectMapper json, String text) {
        try {
            return json.readValue(text, RunOrder.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored order cannot be read: " + text, damaged);
        }
    }
}
