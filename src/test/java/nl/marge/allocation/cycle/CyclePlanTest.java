package nl.marge.allocation.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import nl.marge.allocation.AllocationBooks;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Violations;
import nl.marge.ledger.PostingBooks;
import org.junit.jupiter.api.Test;

/** Allocation cycles: the smallest wrong one for each violation. */
class CyclePlanTest {

    private static final String TIME = """
            {"code":"SUP","order":10,"pool":"SUPPORT","method":"TIME_DRIVEN",
             "activities":[{"code":"ORDER","terms":[{"driver":"USE","minutes":"6"}]}]}""";

    @Test
    void takesACycleOfAllMethods() {
        assertEquals("", rules("""
                        {"code":"A","order":10,"pool":"IT","method":"STEP_DOWN","driver":"USE","account":"6100",
                         "keep":["CHANNEL"],"receivers":{"pools":["HR","OTHER"],"dimensions":{"SEGMENT":["KEY"]}}}""", """
                        {"code":"B","order":20,"pool":"HR","method":"RECIPROCAL","group":"G","driver":"HOURS",
                         "receivers":{"pools":["FACILITY"],"dimensions":{"SEGMENT":[]}}}""", """
                        {"code":"C","order":30,"pool":"FACILITY","method":"RECIPROCAL","group":"G","driver":"USE"}""", """
                        {"code":"D","order":40,"pool":"OTHER","method":"FIXED","weights":[
                         {"receiver":{"SEGMENT":"KEY","CUSTOMER":"C1"},"weight":"60"},
                         {"receiver":{"SEGMENT":"MKB","CUSTOMER":"C1"},"weight":0}]}""", TIME.replace(":10", ":50")));
    }

    @Test
    void tellsACycleWithoutContent() {
        assertEquals("value_missing /versions", wrong("{\"code\":\"M\"}"));
        assertEquals("code_invalid /code", wrong("{\"code\":\"?\",\"versions\":[" + version("2026-01", TIME) + "]}"));
        assertEquals(
                "code_repeated /versions/1/from\nvalue_missing /versions/1/rules\nvalue_invalid /versions/2/from",
                wrong("{\"code\":\"M\",\"versions\":[" + version("2026-01", TIME) + "," + version("2026-01") + ","
                        + version("2026-13", TIME) + "]}"));
    }

    @Test
    void refusesCodesOrdersAndPoolsThatComeTwice() {
        assertEquals(
                "code_repeated R/1/code\nvalue_invalid R/1/order\npool_repeated R/1/pool",
                rules(direct("A", 10, "IT", "USE", ""), direct("A", 10, "IT", "USE", "")));
        assertEquals(
                "code_invalid R/0/code\nvalue_missing R/0/method\nvalue_missing R/0/order\nvalue_missing R/0/pool",
                rules("{}"));
        assertEquals(
                "pool_unknown R/0/pool\ndriver_unknown R/0/driver", rules(direct("A", 10, "NOBODY", "NOTHING", "")));
    }

    @Test
    void refusesMembersThatBelongToAnotherMethod() {
        assertEquals("value_missing R/0/driver\nvalue_invalid R/0/group\nvalue_invalid R/0/weights", rules("""
                        {"code":"A","order":10,"pool":"IT","method":"DIRECT","group":"G",
                         "weights":[{"receiver":{"SEGMENT":"KEY"},"weight":1}]}"""));
        assertEquals(
                "value_missing R/0/weights\nvalue_invalid R/0/driver",
                rules("{\"code\":\"A\",\"order\":10,\"pool\":\"IT\",\"method\":\"FIXED\",\"driver\":\"USE\"}"));
        assertEquals(
                "value_missing R/0/activities\nunit_mismatch R/0/pool",
                rules("{\"code\":\"A\",\"order\":10,\"pool\":\"IT\",\"method\":\"TIME_DRIVEN\"}"));
        assertEquals(
                "value_missing R/0/group",
                rules("{\"code\":\"A\",\"order\":10,\"pool\":\"IT\",\"method\":\"RECIPROCAL\",\"driver\":\"USE\"}"));
        assertEquals(
                "value_invalid R/0/method",
                rules(direct("A", 10, "IT", "USE", "").replace("DIRECT", "MAGIC")));
    }

    @Test
    void refusesDriversOfOneRuleThatGiveToDifferentReceivers() {
        String two = TIME.replace(
                "{\"driver\":\"USE\",\"minutes\":\"6\"}",
                "{\"driver\":\"USE\",\"minutes\":\"6\"},{\"driver\":\"BY_CUSTOMER\",\"minutes\":\"2\"}");

        assertEquals("driver_receivers_differ R/0/activities", rules(two));
        assertEquals(
                "Rule \"SUP\" of version 2026-01 measures by driver USE, which gives to SEGMENT, and by driver"
                        + " BY_CUSTOMER, which gives to CUSTOMER, at once. Use drivers of the same receivers, or divide"
                        + " the rule.",
                messages(two));
    }

    @Test
    void refusesActivitiesThatTakeNoTime() {
        assertEquals(
                "code_repeated R/0/activities/1/code\nvalue_missing R/0/activities/1/terms",
                rules(activities("{\"code\":\"X\",\"terms\":[{\"driver\":\"USE\",\"minutes\":1}]},{\"code\":\"X\"}")));
        assertEquals(
                "value_missing R/0/activities/0/terms/0/driver\nvalue_invalid R/0/activities/0/terms/0/minutes",
                rules(activities("{\"code\":\"X\",\"terms\":[{\"minutes\":0}]}")));
        assertEquals(
                "quantity_malformed R/0/activities/0/terms/1/minutes\nvalue_invalid R/0/activities/0/terms/1/driver",
                rules(activities("{\"code\":\"X\",\"account\":\"6100\",\"terms\":["
                        + "{\"driver\":\"USE\",\"minutes\":1},{\"driver\":\"USE\",\"minutes\":\"soon\"}]}")));
        assertEquals(
                "account_blocked R/0/activities/0/account",
                rules(activities(
                        "{\"code\":\"X\",\"account\":\"6999\",\"terms\":" + "[{\"driver\":\"USE\",\"minutes\":1}]}")));
    }

    @Test
    void refusesTimeOfAPoolThatIsNotCountedInMinutes() {
        assertEquals("unit_mismatch R/0/pool", rules(TIME.replace("SUPPORT", "IT")));
        assertEquals(
                "Rule \"SUP\" of version 2026-01 costs minutes, and cost pool IT has no unit. Give the pool unit MINUTE"
                        + " and its capacity in minutes.",
                messages(TIME.replace("SUPPORT", "IT")));
    }

    @Test
    void refusesAccountsThatCostCannotArriveOn() {
        assertEquals("account_unknown R/0/account", rules(direct("A", 10, "IT", "USE", ",\"account\":\"4711\"")));
        assertEquals("account_blocked R/0/account", rules(direct("A", 10, "IT", "USE", ",\"account\":\"6999\"")));
        assertEquals(
                "account_type_not_allowed R/0/account", rules(direct("A", 10, "IT", "USE", ",\"account\":\"1300\"")));
    }

    @Test
    void refusesToKeepWhatIsGivenTo() {
        assertEquals(
                "value_invalid R/0/keep/1", rules(direct("A", 10, "IT", "USE", ",\"keep\":[\"CHANNEL\",\"SEGMENT\"]")));
        assertEquals("dimension_unknown R/0/keep/0", rules(direct("A", 10, "IT", "USE", ",\"keep\":[\"PLANET\"]")));
        assertEquals(
                "value_invalid R/0/keep/1", rules(direct("A", 10, "IT", "USE", ",\"keep\":[\"CHANNEL\",\"CHANNEL\"]")));
    }

    @Test
    void refusesReceiversThatCannotReceive() {
        assertEquals("dimension_value_unknown R/0/receivers/dimensions/SEGMENT/0", narrowed("USE", "SEGMENT", "GONE"));
        assertEquals(
                "dimension_value_blocked R/0/receivers/dimensions/CUSTOMER/0",
                narrowed("BY_CUSTOMER", "CUSTOMER", "C2_BLOCKED"));
        assertEquals(
                "dimension_value_not_leaf R/0/receivers/dimensions/CUSTOMER/0",
                narrowed("BY_CUSTOMER", "CUSTOMER", "GROUP"));
        assertEquals("value_invalid R/0/receivers/dimensions/CUSTOMER", narrowed("USE", "CUSTOMER", "C1"));
        assertEquals("dimension_unknown R/0/receivers/dimensions/PLANET", narrowed("USE", "PLANET", "X"));
        assertEquals(
                "value_missing R/0/receivers/dimensions/SEGMENT",
                rules(direct("A", 10, "IT", "USE", ",\"receivers\":{\"dimensions\":{\"SEGMENT\":[]}}")));
        assertEquals(
                "value_invalid R/0/receivers/pools",
                rules(
                        direct("A", 10, "IT", "USE", ",\"receivers\":{\"pools\":[\"HR\"]}"),
                        direct("B", 20, "HR", "USE", "")));
    }

    @Test
    void refusesPoolsThatReceiveAndDoNotSendOn() {
        assertEquals("receiver_pool_without_rule R/0/receivers/pools/0", rules(stepDown("A", 10, "IT", "\"HR\"")));
        assertEquals("pool_unknown R/0/receivers/pools/0", rules(stepDown("A", 10, "IT", "\"NOBODY\"")));
        assertEquals("value_invalid R/0/receivers/pools/0", rules(stepDown("A", 10, "IT", "\"IT\"")));
        assertEquals(
                "value_invalid R/0/receivers/pools/1",
                rules(stepDown("A", 10, "IT", "\"HR\",\"HR\""), direct("B", 20, "HR", "USE", "")));
    }

    @Test
    void refusesPoolsThatGiveToEachOtherInSteps() {
        String it = stepDown("A", 10, "IT", "\"HR\"");
        String hr = stepDown("B", 20, "HR", "\"IT\"");

        assertEquals("step_down_cycle R/1/receivers/pools/0", rules(it, hr));
        assertEquals(
                "Pools give to each other: IT -> HR -> IT. Leave one of these out, or put them in one RECIPROCAL"
                        + " group.",
                messages(it, hr));
        assertEquals(
                "step_down_cycle R/2/receivers/pools/0",
                rules(it, stepDown("B", 20, "HR", "\"FACILITY\""), stepDown("C", 30, "FACILITY", "\"IT\"")));
    }

    @Test
    void refusesAPoolThatHasSentOnBefore() {
        String it = stepDown("A", 10, "IT", "");
        String hr = stepDown("B", 20, "HR", "\"IT\"");

        assertEquals("rule_order R/1/receivers/pools/0", rules(it, hr));
        assertEquals(
                "Rule B (order 20) gives to pool IT, which rule A (order 10) has sent on before. Let B run first, or"
                        + " leave IT out.",
                messages(it, hr));
    }

    @Test
    void refusesGroupsThatCannotBeSolved() {
        assertEquals("group_invalid R/0/group", rules(reciprocal("A", 10, "IT", "")));
        assertEquals(
                "group_invalid R/0/group",
                rules(
                        reciprocal("A", 10, "IT", ""),
                        direct("B", 20, "OTHER", "USE", ""),
                        reciprocal("C", 30, "HR", "")));
        String closed = ",\"receivers\":{\"dimensions\":{\"SEGMENT\":[]}}";
        assertEquals(
                "group_invalid R/0/receivers\ngroup_invalid R/1/receivers",
                rules(reciprocal("A", 10, "IT", closed), reciprocal("B", 20, "HR", closed)));
        assertEquals("", rules(reciprocal("A", 10, "IT", closed), reciprocal("B", 20, "HR", "")));
        assertEquals(
                "",
                rules(
                        reciprocal("A", 10, "IT", closed),
                        reciprocal("B", 20, "HR", closed),
                        direct("C", 30, "OTHER", "USE", "")));
    }

    @Test
    void refusesWeightsThatDivideNothing() {
        assertEquals("value_invalid R/0/weights", fixed("{\"receiver\":{\"SEGMENT\":\"KEY\"},\"weight\":0}"));
        assertEquals("value_invalid R/0/weights/1/receiver\nvalue_invalid R/0/weights/2/weight", fixed("""
                        {"receiver":{"SEGMENT":"KEY"},"weight":1},{"receiver":{"SEGMENT":"KEY"},"weight":1},
                        {"receiver":{"SEGMENT":"MKB"},"weight":-1}"""));
        assertEquals(
                "value_invalid R/0/weights/1/receiver",
                fixed(
                        "{\"receiver\":{\"SEGMENT\":\"KEY\"},\"weight\":1},{\"receiver\":{\"CUSTOMER\":\"C1\"},\"weight\":1}"));
        assertEquals("value_invalid R/0/weights/0/receiver", fixed("{\"receiver\":{\"pool\":\"HR\"},\"weight\":1}"));
        assertEquals("value_missing R/0/weights/0/receiver", fixed("{\"weight\":1}"));
        assertEquals("value_missing R/0/weights/0/weight", fixed("{\"receiver\":{\"SEGMENT\":\"KEY\"}}"));
        assertEquals(
                "dimension_value_blocked R/0/weights/0/receiver/CUSTOMER",
                fixed("{\"receiver\":{\"CUSTOMER\":\"C2_BLOCKED\"},\"weight\":1}"));
    }

    @Test
    void freezesWhatWasRun() {
        Set<YearMonth> used = Set.of(YearMonth.parse("2026-01"));
        String later = version("2026-04", TIME.replace("\"6\"", "\"7\""));

        assertEquals(
                "", plan("{\"code\":\"TIME\",\"versions\":[" + version("2026-01", TIME) + "," + later + "]}", used));
        assertEquals(
                "version_frozen /versions/0",
                plan("{\"code\":\"TIME\",\"versions\":[" + version("2026-01", TIME.replace("6", "7")) + "]}", used));
        assertEquals("version_frozen /versions", plan("{\"code\":\"TIME\",\"versions\":[" + later + "]}", used));
    }

    @Test
    void tellsAnUnchangedCycleFromANewOne() {
        String same = "{\"code\":\"TIME\",\"name\":\"Time\",\"versions\":[" + version("2026-01", TIME) + "]}";

        assertEquals(1, changes(same).unchanged());
        assertEquals(1, changes(same.replace("Time", "Minutes")).updated().size());
        assertEquals(
                1,
                changes(same.replace("\"code\":\"TIME\"", "\"code\":\"T2\""))
                        .created()
                        .size());
    }

    private static Changes<AllocationCycle> changes(String json) {
        SettingForm form = new SettingForm(PostingBooks.inEuros(), AllocationBooks.settings(), new Violations());
        return new CyclePlan(form, Set.of()).changes(command(json), 8);
    }

    private static String direct(String code, int order, String pool, String driver, String more) {
        return """
                {"code":"%s","order":%d,"pool":"%s","method":"DIRECT","driver":"%s"%s}""".formatted(code, order, pool, driver, more);
    }

    private static String stepDown(String code, int order, String pool, String pools) {
        return """
                {"code":"%s","order":%d,"pool":"%s","method":"STEP_DOWN","driver":"USE",
                 "receivers":{"pools":[%s]}}""".formatted(code, order, pool, pools);
    }

    private static String reciprocal(String code, int order, String pool, String more) {
        return """
                {"code":"%s","order":%d,"pool":"%s","method":"RECIPROCAL","group":"G","driver":"USE"%s}""".formatted(code, order, pool, more);
    }

    private static String activities(String activities) {
        return """
                {"code":"A","order":10,"pool":"SUPPORT","method":"TIME_DRIVEN","activities":[%s]}""".formatted(activities);
    }

    private static String narrowed(String driver, String dimension, String value) {
        return rules(direct(
                "A", 10, "IT", driver, ",\"receivers\":{\"dimensions\":{\"" + dimension + "\":[\"" + value + "\"]}}"));
    }

    private static String fixed(String weights) {
        return rules(
                "{\"code\":\"A\",\"order\":10,\"pool\":\"IT\",\"method\":\"FIXED\",\"weights\":[" + weights + "]}");
    }

    private static String version(String from, String... rules) {
        return "{\"from\":\"" + from + "\",\"rules\":[" + String.join(",", rules) + "]}";
    }

    private static String rules(String... rules) {
        return wrong("{\"code\":\"M\",\"versions\":[" + version("2026-01", rules) + "]}")
                .replace("/versions/0/rules", "R");
    }

    @Test
    void namesRulesAndActivitiesWithinASentence() {
        String rule = """
                {"code":"R","order":10,"pool":"GONE","method":"MAGIC","driver":"GONE","account":"4711",
                 "activities":[{"code":"A","account":"4712","terms":[{"driver":"GONE","minutes":"x"}]}]}""";

        String messages = messages(rule);

        assertEquals(
                List.of(),
                messages.lines()
                        .filter(message -> message.matches(".*[a-z\"] (of|in) [A-Z][a-z]+ .*"))
                        .toList());
        assertTrue(messages.contains("\"MAGIC\" of rule \"R\" of version 2026-01 is not known."), messages);
        assertTrue(messages.contains("Cost pool \"GONE\" of rule \"R\" of version 2026-01 does not exist."), messages);
    }

    private static String messages(String... rules) {
        String json = "{\"code\":\"M\",\"versions\":[" + version("2026-01", rules) + "]}";
        return AllocationBooks.messages(form -> new CyclePlan(form, Set.of()).changes(command(json), 8));
    }

    private static String wrong(String json) {
        return plan(json, Set.of());
    }

    private static String plan(String json, Set<YearMonth> used) {
        return AllocationBooks.wrong(form -> new CyclePlan(form, used).changes(command(json), 8));
    }

    private static CycleCommand command(String json) {
        return AllocationBooks.read(json, reader -> CycleReader.read(reader, ""));
    }
}
