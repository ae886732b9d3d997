package nl.marge.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.marge.kernel.ColumnStep;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Refusal;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

    @Test
    void readsEveryForm() {
        QueryParameters query = query(
                "text=a b",
                "flag=true",
                "limit=7",
                "columns=MONTH",
                "by=C1,C.2",
                "kinds=YEAR,NONE",
                "day=2026-02-28",
                "at=2026-03-31T12:00:00.123456Z",
                "empty=");

        assertEquals(Optional.of("a b"), query.text("text"));
        assertTrue(query.flag("flag"));
        assertEquals(7, query.integer("limit", 100, 1, 1000));
        assertEquals(ColumnStep.MONTH, query.choice("columns", ColumnStep.NONE));
        assertEquals(List.of("C1", "C.2"), query.codes("by"));
        assertEquals(List.of(ColumnStep.YEAR, ColumnStep.NONE), query.choices("kinds", ColumnStep.class));
        assertEquals(Optional.of(LocalDate.of(2026, 2, 28)), query.date("day"));
        assertEquals(Optional.of(Instant.parse("2026-03-31T12:00:00.123456Z")), query.instant("at"));
        assertEquals(List.of(), query.codes("empty"));
        query.refuseIfWrong();
    }

    @Test
    void givesWhatStandsForAbsent() {
        QueryParameters query = query();

        assertEquals(Optional.empty(), query.text("text"));
        assertEquals(false, query.flag("flag"));
        assertEquals(100, query.integer("limit", 100, 1, 1000));
        assertEquals(ColumnStep.NONE, query.choice("columns", ColumnStep.NONE));
        assertEquals(List.of(), query.codes("by"));
        assertEquals(DateRange.always(), query.rangeOrAlways());
        assertEquals(new PageRequest(100, List.of()), query.page(1));
        query.refuseIfWrong();
    }

    @Test
    void collectsUnknownRepeatedAndIllFormedParameters() {
        QueryParameters query = query("limit=1001", "form=x", "by=A", "by=B", "flag=yes", "0=");
        query.integer("limit", 100, 1, 1000);
        query.codes("by");
        query.flag("flag");

        assertEquals(
                List.of(
                        "parameter_unknown: Parameter form is not known here. Known are: limit, by, flag.",
                        "parameter_unknown: Parameter 0 is not known here. Known are: limit, by, flag.",
                        "parameter_invalid: Parameter limit is \"1001\". Give a whole number from 1 to 1000.",
                        "parameter_invalid: Parameter by is given 2 times. Give it once.",
                        "parameter_invalid: Parameter flag is \"yes\". Give true or false."),
                faults(query));
    }

    @Test
    void tellsOfAParameterGivenTwiceThatAndNothingThatFollowsFromIt() {
        QueryParameters query = query("by=CUSTOMER", "by=PRODUCT", "base=A", "base=B", "from=2026-01", "from=2026-02");
        query.requiredText("by");
        query.text("by");
        query.invalid("by", "by is missing.");
        query.value("base", text -> Optional.empty(), "a base");
        query.invalid("base", "base is missing.");
        query.range();
        query.invalid("to", "to is too early.");

        assertEquals(
                List.of(
                        "parameter_invalid: Parameter by is given 2 times. Give it once.",
                        "parameter_invalid: Parameter base is given 2 times. Give it once.",
                        "parameter_invalid: Parameter from is given 2 times. Give it once.",
                        "parameter_invalid: Parameter to is missing. It is required here.",
                        "parameter_invalid: to is too early."),
                faults(query));
        assertTrue(query.isWrong("by"));
        assertFalse(query.isWrong("limit"));
    }

    @Test
    void tellsThatNoParameterIsKnown() {
        assertEquals(List.of("parameter_unknown: Parameter x is not known here. None is."), faults(query("x=1")));
    }

    @Test
    void refusesIllFormedNumbers() {
        for (String wrong : List.of("", "+1", "01", "1.0", "1e2", "-1", "0", "11", "99999999999999999999", "\u0661")) {
            assertEquals(
                    1, faultsOf(q -> q.integer("n", 1, 1, 10), "n=" + wrong).size(), wrong);
        }
    }

    @Test
    void refusesIllFormedListsDatesAndInstants() {
        for (String wrong : List.of(",", "A,", "A,,B", "A,A", "A B", "é", "..")) {
            assertEquals(1, faultsOf(q -> q.codes("x"), "x=" + wrong).size(), wrong);
        }
        for (String wrong : List.of("", "2026-02-30", "2026-2-3", "1899-12-31", "2026-03")) {
            assertEquals(1, faultsOf(q -> q.date("x"), "x=" + wrong).size(), wrong);
        }
        for (String wrong : List.of("", "2026-03-31", "2026-03-31T12:00:00", "2026-03-31T12:00:00+01:00", "Z")) {
            assertEquals(1, faultsOf(q -> q.instant("x"), "x=" + wrong).size(), wrong);
        }
        for (String wrong : List.of("", "month", "MONTH ", "TOTAL")) {
            assertEquals(
                    1,
                    faultsOf(q -> q.choice("x", ColumnStep.NONE), "x=" + wrong).size(),
                    wrong);
        }
    }

    @Test
    void readsRangesOfPeriodsAndOfDays() {
        QueryParameters periods = query("from=2024-01", "to=2024-02");
        QueryParameters days = query("from=2024-02-29", "to=2024-02-29");

        assertEquals(
                new DateRange("2024-01", "2024-02", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 29)),
                periods.range());
        assertEquals(
                new DateRange("2024-02-29", "2024-02-29", LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29)),
                days.range());
        periods.refuseIfWrong();
        days.refuseIfWrong();
    }

    @Test
    void leavesOpenSideOfRangeOpen() {
        QueryParameters from = query("from=2024-03");
        QueryParameters to = query("to=2024-03-15");

        assertEquals(
                new DateRange("2024-03", "2199-12", LocalDate.of(2024, 3, 1), LocalDate.of(2199, 12, 31)),
                from.rangeOrAlways());
        assertEquals(
                new DateRange("1900-01-01", "2024-03-15", LocalDate.of(1900, 1, 1), LocalDate.of(2024, 3, 15)),
                to.rangeOrAlways());
        from.refuseIfWrong();
        to.refuseIfWrong();
    }

    @Test
    void refusesWrongRanges() {
        assertEquals(
                List.of(
                        "parameter_invalid: Parameter from is missing. It is required here.",
                        "parameter_invalid: Parameter to is missing. It is required here."),
                faultsOf(QueryParameters::range));
        assertEquals(
                List.of(
                        "parameter_invalid: Parameter to is missing. It is required here.",
                        "parameter_invalid: Parameter from is \"2026\". Give a period such as 2026-03, or a day that"
                                + " exists, written 2026-03-31, from 1900-01-01 to 2199-12-31."),
                faultsOf(QueryParameters::range, "from=2026"));
        assertEquals(
                List.of("parameter_invalid: from 2026-01 and to 2026-03-31 are a period and a day. Give two periods or"
                        + " two days."),
                faultsOf(QueryParameters::range, "from=2026-01", "to=2026-03-31"));
        assertEquals(
                List.of("parameter_invalid: from 2026-02 is after to 2026-01. Give the earlier first."),
                faultsOf(QueryParameters::range, "from=2026-02", "to=2026-01"));
        for (String wrong : List.of("", "2026-13", "2026-00", "1899-12", "2200-01", "2026-Q1", "2026-02-30")) {
            assertEquals(
                    1,
                    faultsOf(QueryParameters::range, "from=" + wrong, "to=2026-01")
                            .size(),
                    wrong);
            assertEquals(
                    1, faultsOf(QueryParameters::rangeOrAlways, "to=" + wrong).size(), wrong);
        }
        assertEquals(
                1,
                faultsOf(QueryParameters::range, "from=2026-01", "from=2026-01", "to=2026-01")
                        .size());
    }

    @Test
    void readsPageFromCursorThatItGave() {
        Page<String> page =
                Page.of(new PageRequest(2, List.of()), List.of("a", "b/é", "c"), item -> List.of(item, "x"));

        QueryParameters query = query("limit=2", "cursor=" + page.next().orElseThrow());

        assertEquals(List.of("a", "b/é"), page.items());
        assertEquals(new PageRequest(2, List.of("b/é", "x")), query.page(2));
        query.refuseIfWrong();
        assertEquals(
                1,
                faultsOf(q -> q.page(1), "cursor=" + page.next().orElseThrow()).size());
    }

    @Test
    void endsListWithThePageThatIsNotFull() {
        PageRequest two = new PageRequest(2, List.of());

        assertEquals(3, two.fetch());
        assertEquals(Optional.empty(), Page.of(two, List.of("a", "b"), List::of).next());
        assertEquals(Optional.empty(), Page.of(two, List.<String>of(), List::of).next());
    }

    @Test
    void refusesCursorsOfOthers() {
        for (String wrong : List.of("?", "YQ==", "gIA", "YR", "a b")) {
            assertEquals(
                    List.of("parameter_invalid: Parameter cursor is \"" + wrong
                            + "\". Give what \"next\" of the page before said."),
                    faultsOf(q -> q.page(1), "cursor=" + wrong));
        }
    }

    private static List<String> faultsOf(Function<QueryParameters, Object> reader, String... given) {
        QueryParameters query = query(given);
        reader.apply(query);
        return faults(query);
    }

    private static List<String> faults(QueryParameters query) {
        Refusal refusal = assertThrows(Refusal.class, query::refuseIfWrong);
        assertEquals(Refusal.Reason.INVALID_REQUEST, refusal.reason());
        return refusal.violations().stream()
                .map(violation -> violation.code().code() + ": " + violation.message())
                .toList();
    }

    private static QueryParameters query(String... given) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String parameter : given) {
            String[] pair = parameter.split("=", 2);
            parameters.merge(pair[0], List.of(pair[1]), (one, two) -> List.of(one.get(0), two.get(0)));
        }
        return new QueryParameters(parameters);
    }

    @Test
    void splitsAtAmpersandsOnly() {
        assertEquals(
                Map.of("filter", List.of("REGION:EU,NL;CHANNEL:WEB"), "by", List.of("")),
                QueryParameters.given("filter=REGION:EU,NL;CHANNEL:WEB&by="));
    }

    @Test
    void decodesNamesAndValuesAndKeepsRepetitions() {
        assertEquals(Map.of("a b", List.of("1+1", "é;")), QueryParameters.given("a+b=1%2B1&a%20b=%C3%A9%3B"));
    }

    @Test
    void takesAParameterWithoutValueAndNoQueryAtAll() {
        assertEquals(Map.of("dryRun", List.of("")), QueryParameters.given("&dryRun&"));
        assertEquals(Map.of(), QueryParameters.given(null));
    }

    @Test
    void leavesWhatIsNotEncodedWellAsItIs() {
        assertEquals(Map.of("from", List.of("%zz")), QueryParameters.given("from=%zz"));
    }
}
