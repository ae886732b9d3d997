package nl.marge.allocation.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import nl.marge.allocation.AllocationBooks;
import nl.marge.allocation.form.SettingForm;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** Driver quantities: the smallest wrong one for each violation, in JSON and in tables. */
class QuantityPlanTest {

    @Test
    void takesQuantitiesOfValuesAndOfPools() {
        assertEquals("", wrong("USE", "{\"period\":\"2026-03\",\"receiver\":{\"SEGMENT\":\"KEY\"},\"quantity\":0}"));
        assertEquals(
                "",
                wrong(
                        "USE",
                        "{\"period\":\"2026-03\",\"receiver\":{\"pool\":\"HR\"},\"quantity\":\"12.5\",\"unit\":\"PIECE\"}"));
    }

    @Test
    void refusesAnotherUnitAndNamesBoth() {
        String pounds = "{\"period\":\"2026-03\",\"receiver\":{\"SEGMENT\":\"KEY\"},\"quantity\":1,\"unit\":\"POUND\"}";

        assertEquals("unit_mismatch /unit", wrong("USE", pounds));
        assertEquals(
                "The quantity of driver USE is in \"POUND\", the driver in PIECE. Convert it, and give it in PIECE.",
                AllocationBooks.messages(form -> plan(form, "USE").wanted(List.of(command(pounds)))));
    }

    @Test
    void refusesQuantitiesBelowZeroUnlessTheyAreClamped() {
        String below = "{\"period\":\"2026-03\",\"receiver\":{\"SEGMENT\":\"KEY\"},\"quantity\":-1}";

        assertEquals("quantity_negative /quantity", wrong("USE", below));
        assertEquals("", wrong("HOURS", below));
    }

    @Test
    void refusesReceiversThatAreNotTheDrivers() {
        assertEquals("value_invalid /receiver", receiver("USE", "{\"CUSTOMER\":\"C1\"}"));
        assertEquals("value_invalid /receiver", receiver("USE", "{\"SEGMENT\":\"KEY\",\"CUSTOMER\":\"C1\"}"));
        assertEquals("value_invalid /receiver", receiver("USE", "{\"SEGMENT\":\"KEY\",\"pool\":\"HR\"}"));
        assertEquals("value_missing /receiver", receiver("USE", "{}"));
        assertEquals("pool_unknown /receiver/pool", receiver("USE", "{\"pool\":\"NOBODY\"}"));
        assertEquals("dimension_value_unknown /receiver/SEGMENT", receiver("USE", "{\"SEGMENT\":\"GONE\"}"));
        assertEquals(
                "dimension_value_blocked /receiver/CUSTOMER", receiver("BY_CUSTOMER", "{\"CUSTOMER\":\"C2_BLOCKED\"}"));
        assertEquals(
                "dimension_value_not_leaf /receiver/CUSTOMER", receiver("BY_CUSTOMER", "{\"CUSTOMER\":\"GROUP\"}"));
    }

    @Test
    void refusesQuantitiesThatCannotBeRead() {
        assertEquals(
                "quantity_malformed /quantity\nvalue_invalid /period",
                wrong("USE", "{\"period\":\"March\",\"receiver\":{\"SEGMENT\":\"KEY\"},\"quantity\":\"1e3\"}"));
        assertEquals(
                "value_missing /period\nvalue_missing /quantity",
                wrong("USE", "{\"receiver\":{\"SEGMENT\":\"KEY\"},\"quantity\":null}"));
    }

    @Test
    void refusesTheSameReceiverTwice() {
        String one = "{\"period\":\"2026-03\",\"receiver\":{\"SEGMENT\":\"KEY\"},\"quantity\":1}";

        assertEquals("code_repeated /receiver", wrong("USE", one, one));
        assertEquals("", wrong("USE", one, one.replace("03", "04")));
    }

    @Test
    void refusesWhatTheLedgerCounts() {
        assertEquals(
                "driver_not_uploaded ",
                wrong("CUSTOMERS", "{\"period\":\"2026-03\",\"receiver\":{\"SEGMENT\":\"KEY\"},\"quantity\":1}"));
    }

    @Test
    void readsTablesWithColumnsInAnyOrder() {
        String table = "\uFEFFquantity,pool,\"SEGMENT\",period\n9600,,KEY,2026-03\r\n\r\n\"120\",HR,,2026-03";

        assertEquals("", wrongTable("USE", table));
        assertEquals(
                "unit_mismatch 2:/unit\ndimension_value_unknown 3:/receiver/SEGMENT",
                wrongTable("USE", "period,SEGMENT,quantity,unit\n2026-03,KEY,1,KG\n2026-03,GONE,1,\n"));
        assertEquals("value_missing 2:/receiver", wrongTable("USE", "period,SEGMENT,quantity\n2026-03,,1\n"));
    }

    @Test
    void refusesTablesOfAnotherForm() {
        assertEquals("member_repeated 1\nmember_unknown 1\nvalue_missing 1", unreadable("period,period,COLOR"));
        assertEquals("type_wrong 2", unreadable("period,SEGMENT,quantity\n2026-03,KEY\n"));
        assertEquals("value_missing 1", unreadable(""));
        assertEquals("value_missing 1", unreadable("period,quantity\n2026-03,1\n"));
        assertEquals("json_unreadable 1", unreadable("period,pool,quantity\n\"2026\"-03,HR,1\n"));
    }

    private static String unreadable(String table) {
        Refusal refusal = assertThrows(Refusal.class, () -> wrongTable("USE", table));
        return refusal.violations().stream()
                .map(violation -> violation.code().code() + " " + ((Place.StreamLine) violation.place()).line())
                .collect(Collectors.joining("\n"));
    }

    private static String receiver(String driver, String receiver) {
        return wrong(driver, "{\"period\":\"2026-03\",\"receiver\":" + receiver + ",\"quantity\":1}");
    }

    @Test
    void namesTheQuantityWithinASentence() {
        QuantityCommand command =
                command("{\"period\":\"2025-13\",\"receiver\":{\"pool\":\"NONE\"},\"quantity\":\"x\"}");

        assertEquals(
                "The quantity of driver USE is \"x\". Give a decimal such as 120.5 with at most 9 digits before and 6"
                        + " after the point.\n"
                        + "\"2025-13\" of the quantity of driver USE is no period. Give a fiscal period such as"
                        + " 2026-03.\n"
                        + "Cost pool \"NONE\" of driver USE does not exist. Create it first, or correct the code.",
                AllocationBooks.messages(form -> plan(form, "USE").wanted(List.of(command))));
    }

    private static String wrong(String driver, String... json) {
        List<QuantityCommand> commands =
                List.of(json).stream().map(QuantityPlanTest::command).toList();
        return AllocationBooks.wrong(form -> plan(form, driver).wanted(commands));
    }

    private static String wrongTable(String driver, String table) {
        return AllocationBooks.wrong(form -> plan(form, driver)
                .wanted(QuantityCsv.read(
                        form.settings().driver(driver).orElseThrow(),
                        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))));
    }

    private static QuantityPlan plan(SettingForm form, String driver) {
        return new QuantityPlan(form, form.settings().driver(driver).orElseThrow());
    }

    private static QuantityCommand command(String json) {
        return AllocationBooks.read(
                json, reader -> new QuantityReader().read(reader).command(Place.REQUEST));
    }
}
