package nl.marge.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private final ObjectMapper mapper =
            new ObjectMapper().registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());

    ProblemTest() {
        new AnswerJson().customize(mapper);
    }

    @Test
    void hasTheShapeOfTheContract() throws JsonProcessingException {
        Violations violations = new Violations();
        violations.add("/lines/3/amount", ViolationCode.AMOUNT_SCALE, "Two decimals.");
        violations.add(
                Violation.at("/name", ViolationCode.TYPE_WRONG, "A string.").inLine(17));
        violations.add(Violation.parameter("from", ViolationCode.PARAMETER_INVALID, "A day."));
        Refusal refusal = new Refusal(Reason.ENTRY_REFUSED, violations.listed(), violations.total());

        assertEquals(mapper.readTree("""
                {"type":"/problems/entry_refused","title":"The content is refused","status":422,
                 "detail":"A string. (The first of 3 violations.)","instance":"/api/v1/x","code":"entry_refused",
                 "violations":[
                  {"code":"type_wrong","line":17,"pointer":"/name","message":"A string."},
                  {"code":"parameter_invalid","parameter":"from","message":"A day."},
                  {"code":"amount_scale","pointer":"/lines/3/amount","message":"Two decimals."}],
                 "violationsTotal":3,"truncated":false}"""), json(Problem.of(refusal, "/api/v1/x")));
    }

    @Test
    void listsAtMostThousandViolationsAndSaysSo() {
        Violations violations = new Violations();
        for (int i = 0; i < 1_001; i++) {
            violations.add("/" + i, ViolationCode.AMOUNT_MISSING, "No amount.");
        }

        Problem problem = Problem.of(new Refusal(Reason.ENTRY_REFUSED, violations.listed(), violations.total()), "/x");

        assertEquals(1_000, problem.violations().size());
        assertEquals(1_001, problem.violationsTotal());
        assertTrue(problem.truncated());
    }

    @Test
    void givesEachReasonItsStatus() {
        assertEquals(
                List.of(400, 422, 404, 409, 412, 413, 503),
                List.of(Reason.values()).stream()
                        .map(reason -> ProblemKind.of(reason).status())
                        .toList());
        assertEquals(ProblemKind.INVALID_REQUEST, ProblemKind.ofStatus(418));
        assertEquals(ProblemKind.INTERNAL, ProblemKind.ofStatus(501));
        assertEquals(ProblemKind.NOT_ACCEPTABLE, ProblemKind.ofStatus(406));
    }

    @Test
    void lendsItsHeadToAnswersWithMembersOfTheirOwn() throws JsonProcessingException {
        record Refused(@JsonUnwrapped ProblemHead head, int rejected) {}

        assertEquals(
                mapper.readTree("""
                {"type":"/problems/batch_refused","title":"The batch is refused","status":422,"detail":"15 entries.",
                 "instance":"/x","code":"batch_refused","rejected":15}"""),
                json(new Refused(ProblemHead.of(ProblemKind.BATCH_REFUSED, "15 entries.", "/x"), 15)));
    }

    @Test
    void writesValuesAsTheContractSays() throws JsonProcessingException {
        record Values(BigDecimal amount, LocalDate day, Instant at, Optional<String> absent) {}
        Values values = new Values(
                new BigDecimal("1E+3"),
                LocalDate.of(2026, 3, 31),
                Instant.parse("2026-03-31T12:00:00.120000Z"),
                Optional.empty());

        assertEquals(
                "{\"amount\":\"1000\",\"day\":\"2026-03-31\",\"at\":\"2026-03-31T12:00:00.120Z\",\"absent\":null}",
                mapper.writeValueAsString(values));
    }

    private JsonNode json(Object body) throws JsonProcessingException {
        return mapper.readTree(mapper.writeValueAsString(body));
    }
}
