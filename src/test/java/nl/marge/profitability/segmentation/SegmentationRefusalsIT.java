package nl.marge.profitability.segmentation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest wrong segmentation for each thing that can be wrong with one. */
@QuarkusTest
class SegmentationRefusalsIT {

    private static final String TIERS =
            "{\"of\":\"CUSTOMER\",\"into\":\"VALUE_TIER\",\"method\":\"TIERS\",\"tiers\":[%s]}";
    private static final String RULES =
            "{\"of\":\"CUSTOMER\",\"into\":\"VALUE_TIER\",\"method\":\"RULES\",\"rules\":[%s]}";

    private static final String ABOVE_10 =
            "{\"segment\":\"A\",\"conditions\":[{\"measure\":\"CM4\",\"above\":\"10\"}]}";
    private static final String ABOVE_20 =
            "{\"segment\":\"B\",\"conditions\":[{\"measure\":\"CM4\",\"above\":\"20\"}]}";

    private static SegmentationBooks books;

    /** Once: the service cannot be reached before the first test begins. */
    @BeforeEach
    void openBooks() {
        if (books == null) {
            books = SegmentationBooks.golden();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | value_missing /of, value_missing /into, value_missing /method",
                "{\"of\":\"X\",\"into\":\"Y\",\"method\":\"Z\",\"measure\":\"EBITDA\",\"months\":0,\"withoutLines\":\"?\"}"
                        + " | value_invalid /months, value_invalid /withoutLines, value_invalid /method,"
                        + " dimension_unknown /of, dimension_unknown /into, statement_line_unknown /measure",
                "{\"of\":\"CUSTOMER\",\"into\":\"CUSTOMER\",\"method\":\"DECILES\"} | membership_cycle /into",
                "{\"of\":\"SEGMENT\",\"into\":\"CUSTOMER\",\"method\":\"DECILES\"} | membership_cycle /into",
                "{\"of\":\"CHANNEL\",\"into\":\"VALUE_TIER\",\"method\":\"DECILES\"} | membership_source_taken /into",
                "{\"of\":\"CUSTOMER\",\"into\":\"VALUE_TIER\",\"method\":\"DECILES\",\"tiers\":[{\"segment\":\"A\"}],"
                        + "\"rules\":[{\"segment\":\"A\"}]} | value_invalid /tiers, value_invalid /rules",
                "{\"code\":\"OTHER\",\"of\":\"CUSTOMER\",\"into\":\"VALUE_TIER\",\"method\":\"DECILES\"}"
                        + " | code_invalid /code",
            })
    void refusesWhatIsWrongAtOnce(String body, String expected) {
        refuses(body, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | value_missing /tiers",
                "{\"topPercent\":\"20\"} | value_missing /tiers/0/segment",
                "{\"segment\":\"a b\"} | code_invalid /tiers/0/segment",
                "{\"segment\":\"A\",\"topPercent\":\"20\"},{\"segment\":\"A\"} | code_repeated /tiers/1/segment",
                "{\"segment\":\"A\"},{\"segment\":\"B\"} | value_missing /tiers/0",
                "{\"segment\":\"A\",\"topPercent\":\"20\",\"above\":\"5\"} | value_invalid /tiers/0/above",
                "{\"segment\":\"A\",\"topPercent\":\"0\"} | value_invalid /tiers/0/topPercent",
                "{\"segment\":\"A\",\"topPercent\":\"100.000001\"} | value_invalid /tiers/0/topPercent",
                "{\"segment\":\"A\",\"topPercent\":\"1e1\"} | value_invalid /tiers/0/topPercent",
                "{\"segment\":\"A\",\"topPercent\":\"50\"},{\"segment\":\"B\",\"topPercent\":\"50.0\"}"
                        + " | value_invalid /tiers/1/topPercent",
                "{\"segment\":\"A\",\"above\":\"1000\"},{\"segment\":\"B\",\"above\":\"5000\"}"
                        + " | value_invalid /tiers/1/above",
                "{\"segment\":\"A\",\"above\":\"1000\"},{\"segment\":\"B\",\"topPercent\":\"50\"}"
                        + " | value_invalid /tiers/1",
                "{\"segment\":\"A\",\"topPercent\":\"100\"},{\"segment\":\"B\"} | value_invalid /tiers/1",
                "{\"segment\":\"A\",\"above\":\"ten\"} | amount_malformed /tiers/0/above",
                "{\"segment\":\"A\",\"above\":\"0.001\"} | amount_scale /tiers/0/above",
            })
    void refusesTiersThatOverlapOrLeaveNothing(String tiers, String expected) {
        refuses(TIERS.formatted(tiers), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | value_missing /rules",
                "{\"segment\":\"A\"},{\"segment\":\"B\"} | value_missing /rules/0/conditions",
                "{\"segment\":\"A\",\"conditions\":[{}]} | value_invalid /rules/0/conditions/0",
                "{\"segment\":\"A\",\"conditions\":[{\"attribute\":\"land\",\"is\":[\"NL\"]}]}"
                        + " | value_invalid /rules/0/conditions/0/attribute",
                "{\"segment\":\"A\",\"conditions\":[{\"attribute\":\"country\"}]}"
                        + " | value_missing /rules/0/conditions/0/is",
                "{\"segment\":\"A\",\"conditions\":[{\"attribute\":\"country\",\"is\":[\"NL\"],\"above\":\"5\"}]}"
                        + " | value_invalid /rules/0/conditions/0",
                "{\"segment\":\"A\",\"conditions\":[{\"measure\":\"CM9\",\"above\":\"5\"}]}"
                        + " | statement_line_unknown /rules/0/conditions/0/measure",
                "{\"segment\":\"A\",\"conditions\":[{\"measure\":\"CM4\"}]} | value_missing /rules/0/conditions/0",
                "{\"segment\":\"A\",\"conditions\":[{\"measure\":\"CM4\",\"above\":\"5\",\"atMost\":\"5.00\"}]}"
                        + " | value_invalid /rules/0/conditions/0/atMost",
                ABOVE_10 + "," + ABOVE_10 + " | value_invalid /rules/1/conditions",
                ABOVE_10 + "," + ABOVE_20 + " | value_invalid /rules/1/conditions",
                "{\"segment\":\"A\",\"conditions\":[{\"measure\":\"CM4\",\"above\":\"10\"},"
                        + "{\"measure\":\"CM4\",\"atMost\":\"5\"}]} | value_invalid /rules/0/conditions",
                "{\"segment\":\"A\",\"conditions\":[{\"attribute\":\"country\",\"is\":[\"NL\"]},"
                        + "{\"attribute\":\"country\",\"is\":[\"BE\",\"DE\"]}]} | value_invalid /rules/0/conditions",
                ABOVE_10 + ",{\"segment\":\"B\",\"conditions\":[{\"measure\":\"CM4\",\"atMost\":\"10.00\"}]},"
                        + "{\"segment\":\"C\"} | value_invalid /rules/2/conditions",
                "{\"segment\":\"A\",\"conditions\":[{\"attribute\":\"country\",\"is\":[\"Nl\",\"nl\"]}]}"
                        + " | value_invalid /rules/0/conditions/0/is",
            })
    void refusesRulesThatCannotHoldOrHideOthers(String rules, String expected) {
        refuses(RULES.formatted(rules), expected);
    }

    @Test
    void namesTheRuleThatHidesAnother() {
        assertEquals(
                "Rule 2 (B) is never reached: rule 1 (A) takes all that it could. Put it before, change the conditions,"
                        + " or leave it out.",
                message(RULES.formatted(ABOVE_10 + "," + ABOVE_20)));
        assertEquals(
                "No value of the dimension has attribute country \"Nl\" that rule 1 (A) asks for. Give one of those"
                        + " there are, such as BE, DE, NL.",
                message(RULES.formatted(
                        "{\"segment\":\"A\",\"conditions\":[{\"attribute\":\"country\",\"is\":[\"Nl\"]}]}")));
        assertEquals(
                "Rule 1 (a b) has segment \"a b\", which is no code. Give the code of a value: 1 to 64 of A-Z a-z 0-9"
                        + " . _ - (not . or ..).",
                message(RULES.formatted("{\"segment\":\"a b\"}")));
    }

    private static String message(String body) {
        return books.keep("WRONG", body).statusCode(422).extract().path("violations[0].message");
    }

    @Test
    void tellsHowManyMonthsThereMayBe() {
        books.keep("WRONG", "{\"of\":\"CUSTOMER\",\"into\":\"VALUE_TIER\",\"method\":\"DECILES\",\"months\":\"12\"}")
                .statusCode(400)
                .body(
                        "violations[0].message",
                        equalTo("/months is \"12\", a string. Give a whole number from 1 to 120."));
    }

    @Test
    void namesTheTiersThatOverlap() {
        String message = books.keep(
                        "WRONG",
                        TIERS.formatted("{\"segment\":\"GOLD\",\"topPercent\":\"50\"},"
                                + "{\"segment\":\"SILVER\",\"topPercent\":\"20\"}"))
                .statusCode(422)
                .extract()
                .path("violations[0].message");

        assertEquals(
                "Tier 2 (SILVER) overlaps with tier 1 (GOLD) or stands before its place: its topPercent leaves nothing"
                        + " between them. Give it a larger one, or change their order.",
                message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422 | value_missing /asOf",
                "{\"asOf\":\"2026-02-30\"} | 422 | value_invalid /asOf",
                "{\"asOf\":\"1900-06-01\"} | 422 | value_invalid /asOf",
                "{\"asOf\":\"2026-04-01\",\"day\":1} | 400 | member_unknown /day",
            })
    void refusesDaysThatHaveNoMonthsBeforeThem(String body, int status, String expected) {
        books.keep("RIGHT", TIERS.formatted("{\"segment\":\"GOLD\"}"));
        for (String what : List.of("preview", "assignments")) {
            assertEquals(
                    expected,
                    told(books.ask("/segmentations/RIGHT/" + what, body)
                            .statusCode(status)
                            .extract()
                            .jsonPath()));
        }
    }

    @Test
    void refusesWatermarkThatNobodyWasGiven() {
        books.keep("RIGHT", TIERS.formatted("{\"segment\":\"GOLD\"}"));

        for (String never : List.of("none", "", "1", "01.1", "1.1.1", "99999999.99", "1.99999999")) {
            assertEquals(
                    "value_invalid /watermark",
                    told(books.assign("RIGHT", "2026-04-01", never)
                            .statusCode(422)
                            .body("violations[0].message", containsString("which these books never had"))
                            .extract()
                            .jsonPath()));
        }
        assertEquals(
                "value_invalid /asOf, value_invalid /watermark",
                told(books.assign("RIGHT", "x", "y").statusCode(422).extract().jsonPath()));
        books.ask("/segmentations/NOWHERE/assignments", "{").statusCode(404);
        books.ask("/segmentations/RIGHT/preview?by=X", "{}").statusCode(400);
    }

    @Test
    void refusesToUseWhatItNamesAndIsGoneSince() {
        SegmentationBooks own = SegmentationBooks.golden();
        own.keep(
                        "BE",
                        RULES.formatted(
                                "{\"segment\":\"GOLD\",\"conditions\":[{\"attribute\":\"country\",\"is\":[\"BE\"]},"
                                        + "{\"measure\":\"CM4\",\"above\":\"0\"}]}"))
                .statusCode(201);
        StringBuilder values = new StringBuilder("[{\"code\":\"C1\",\"attributes\":{}}");
        for (int customer = 2; customer <= 8; customer++) {
            values.append(",{\"code\":\"C").append(customer).append("\",\"attributes\":{}}");
        }
        own.put("/dimensions/CUSTOMER/values", values + "]");

        own.preview("BE", "2026-04-01")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/rules/0/conditions/0/attribute"));
    }

    private static void refuses(String body, String expected) {
        assertEquals(
                expected,
                told(books.keep("WRONG", body).statusCode(422).extract().jsonPath()));
    }

    private static String told(JsonPath problem) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < problem.getList("violations").size(); i++) {
            told.add(problem.getString("violations[" + i + "].code") + " "
                    + problem.getString("violations[" + i + "].pointer"));
        }
        return String.join(", ", told);
    }
}
