package nl.marge.allocation.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nl.marge.allocation.AllocationBooks;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.CostPool;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Violations;
import nl.marge.ledger.PostingBooks;
import org.junit.jupiter.api.Test;

/** Cost pools and capacities: the smallest wrong one for each violation. */
class PoolPlanTest {

    @Test
    void takesAPoolWithItsFilterInNormalForm() {
        Violations violations = new Violations();
        SettingForm form = new SettingForm(PostingBooks.inEuros(), AllocationBooks.settings(), violations);

        Changes<CostPool> changes = new PoolPlan(form)
                .changes(
                        List.of(
                                pool("{\"code\":\"NEW\",\"accounts\":[\"6100\",\"47*\",\"4000..4999\"],"
                                        + "\"filter\":\"CHANNEL:WEB,SHOP;CAMPAIGN:\"}"),
                                pool("{\"code\":\"HR\",\"accounts\":[\"7*\"]}")),
                        8);

        assertEquals(0, violations.total());
        assertEquals(1, changes.unchanged());
        assertEquals(
                List.of(new CostPool(
                        "NEW",
                        "NEW",
                        List.of("6100", "47*", "4000..4999"),
                        "CAMPAIGN:;CHANNEL:SHOP,WEB",
                        Optional.empty(),
                        8)),
                changes.created());
    }

    @Test
    void refusesAccountsThatHoldNoCost() {
        assertEquals("value_missing /accounts", wrong("{\"code\":\"A\"}"));
        assertEquals("account_unknown /accounts/0", wrong("{\"code\":\"A\",\"accounts\":[\"4711\"]}"));
        assertEquals(
                "account_type_not_allowed /accounts/1", wrong("{\"code\":\"A\",\"accounts\":[\"7000\",\"1300\"]}"));
        assertEquals("value_invalid /accounts/0", wrong("{\"code\":\"A\",\"accounts\":[\"5..4\"]}"));
        assertEquals("value_invalid /accounts/1", wrong("{\"code\":\"A\",\"accounts\":[\"47*\",\"47*\"]}"));
        assertEquals(
                "Account 1300 of cost pool \"A\" is of type ASSET. Name one of type REVENUE or EXPENSE.",
                AllocationBooks.messages(form ->
                        new PoolPlan(form).changes(List.of(pool("{\"code\":\"A\",\"accounts\":[\"1300\"]}")), 8)));
    }

    @Test
    void tellsAllThatIsWrongWithAPool() {
        assertEquals(
                "code_invalid /code\ncode_invalid /unit\nvalue_missing /accounts\nvalue_invalid /filter\n"
                        + "value_invalid /filter",
                wrong("{\"code\":\"?\",\"unit\":\"a b\",\"filter\":\"CHANNEL:GONE;PLANET:X\"}"));
    }

    @Test
    void keepsTheUnitOfWhatIsCountedInIt() {
        assertEquals("in_use /unit", wrong("{\"code\":\"SUPPORT\",\"accounts\":[\"6100\"],\"unit\":\"HOUR\"}"));
        assertEquals("", wrong("{\"code\":\"HR\",\"accounts\":[\"7*\"],\"unit\":\"HOUR\"}"));
    }

    @Test
    void refusesCapacityThatIsNone() {
        assertEquals(
                "code_repeated /period\nvalue_missing /practical",
                capacity("SUPPORT", "{\"period\":\"2026-01\",\"practical\":\"1\"}", "{\"period\":\"2026-01\"}"));
        assertEquals("value_missing /period", capacity("SUPPORT", "{\"practical\":\"1\"}"));
        assertEquals("value_invalid /period", capacity("SUPPORT", "{\"period\":\"2026-13\",\"practical\":\"1\"}"));
        assertEquals("value_invalid /practical", capacity("SUPPORT", "{\"period\":\"2026-01\",\"practical\":\"0\"}"));
        assertEquals(
                "value_invalid /practical", capacity("SUPPORT", "{\"period\":\"2026-01\",\"practical\":\"-0.5\"}"));
        assertEquals(
                "quantity_malformed /practical",
                capacity("SUPPORT", "{\"period\":\"2026-01\",\"practical\":\"1234567890\"}"));
        assertEquals(
                "quantity_malformed /practical",
                capacity("SUPPORT", "{\"period\":\"2026-01\",\"practical\":\"0.0000001\"}"));
        assertEquals("unit_missing ", capacity("HR", "{\"period\":\"2026-01\",\"practical\":\"1\"}"));
    }

    @Test
    void namesThePoolWithinASentence() {
        String json = "{\"code\":\"A\",\"unit\":\"a b\",\"accounts\":[\"6100\"],\"filter\":\"PLANET:X\"}";

        String messages = AllocationBooks.messages(form -> new PoolPlan(form).changes(List.of(pool(json)), 8));

        assertTrue(messages.contains("The filter of cost pool \"A\": "), messages);
        assertTrue(messages.contains("\"a b\" is no unit of cost pool \"A\". Give "), messages);
    }

    @Test
    void namesTheCapacityWithinASentence() {
        CapacityCommand command =
                AllocationBooks.read("{\"period\":\"2025-13\",\"practical\":\"0\"}", CapacityCommand::read);

        assertEquals(
                "\"2025-13\" of the capacity of cost pool SUPPORT is no period. Give a fiscal period such as 2026-03.\n"
                        + "The capacity of cost pool SUPPORT is 0. Give one that is more than 0.",
                AllocationBooks.messages(form -> new CapacityPlan(
                                form, form.settings().pool("SUPPORT").orElseThrow())
                        .changes(List.of(command))));
    }

    private static String wrong(String json) {
        return AllocationBooks.wrong(form -> new PoolPlan(form).changes(List.of(pool(json)), 8));
    }

    private static String capacity(String code, String... json) {
        List<CapacityCommand> commands = List.of(json).stream()
                .map(each -> AllocationBooks.read(each, CapacityCommand::read))
                .toList();
        return AllocationBooks.wrong(
                form -> new CapacityPlan(form, form.settings().pool(code).orElseThrow()).changes(commands));
    }

    private static PoolCommand pool(String json) {
        return AllocationBooks.read(json, reader -> PoolReader.read(reader, ""));
    }
}
