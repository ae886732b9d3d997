package nl.marge.allocation.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import nl.marge.allocation.AllocationBooks;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Driver.FromLedger;
import nl.marge.allocation.setting.Driver.Measure;
import nl.marge.allocation.setting.Driver.Negative;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Violations;
import nl.marge.ledger.PostingBooks;
import org.junit.jupiter.api.Test;

/** Drivers: the smallest wrong one for each violation. */
class DriverPlanTest {

    private static final String NEW = "{\"code\":\"NEW\",\"unit\":\"ORDER\",\"receivers\":[\"SEGMENT\"]";

    @Test
    void takesADriverThatTheLedgerCounts() {
        Violations violations = new Violations();
        SettingForm form = new SettingForm(PostingBooks.inEuros(), AllocationBooks.settings(), violations);
        String driver = "{\"code\":\"D\",\"name\":\"Customers\",\"unit\":\"CUSTOMER\",\"source\":\"LEDGER\","
                + "\"measure\":\"DISTINCT:CUSTOMER\",\"accounts\":[\"8000\",\"1300\"],\"filter\":\"CHANNEL:WEB\","
                + "\"receivers\":[\"SEGMENT\",\"CHANNEL\"],\"negative\":\"CLAMP\"}";

        Changes<Driver> changes = new DriverPlan(form, code -> false).changes(List.of(command(driver)), 8);

        assertEquals(0, violations.total());
        assertEquals(
                List.of(new Driver(
                        "D",
                        "Customers",
                        "CUSTOMER",
                        List.of("CHANNEL", "SEGMENT"),
                        Negative.CLAMP,
                        Optional.of(new FromLedger(
                                Measure.DISTINCT, Optional.of("CUSTOMER"), List.of("8000", "1300"), "CHANNEL:WEB")),
                        8)),
                changes.created());
    }

    @Test
    void refusesWhatBelongsToTheLedgerAlone() {
        assertEquals(
                "value_invalid /measure\nvalue_invalid /accounts\nvalue_invalid /filter",
                wrong(NEW + ",\"measure\":\"LINES\",\"accounts\":[\"8000\"],\"filter\":\"CHANNEL:WEB\"}"));
    }

    @Test
    void refusesMeasuresThatCountNothing() {
        assertEquals("value_missing /measure", wrong(NEW + ",\"source\":\"LEDGER\"}"));
        assertEquals("value_invalid /measure", wrong(NEW + ",\"source\":\"LEDGER\",\"measure\":\"DISTINCT\"}"));
        assertEquals("value_invalid /measure", wrong(NEW + ",\"source\":\"LEDGER\",\"measure\":\"DAYS\"}"));
        assertEquals(
                "dimension_unknown /measure", wrong(NEW + ",\"source\":\"LEDGER\",\"measure\":\"DISTINCT:PLANET\"}"));
        assertEquals("value_invalid /measure", wrong(NEW + ",\"source\":\"LEDGER\",\"measure\":\"DISTINCT:SEGMENT\"}"));
        assertEquals(
                "value_invalid /filter\naccount_unknown /accounts/0",
                wrong(NEW + ",\"source\":\"LEDGER\",\"measure\":\"LINES\",\"accounts\":[\"4711\"],\"filter\":\"X\"}"));
    }

    @Test
    void refusesReceiversThatAreNone() {
        assertEquals("value_missing /receivers", wrong("{\"code\":\"A\",\"unit\":\"X\"}"));
        assertEquals(
                "dimension_unknown /receivers/0", wrong("{\"code\":\"A\",\"unit\":\"X\",\"receivers\":[\"PLANET\"]}"));
        assertEquals(
                "value_invalid /receivers/1",
                wrong("{\"code\":\"A\",\"unit\":\"X\",\"receivers\":[\"SEGMENT\",\"SEGMENT\"]}"));
        assertEquals(
                "value_invalid /receivers\ndimension_unknown /receivers/0",
                wrong("{\"code\":\"A\",\"unit\":\"X\",\"receivers\":[\"pool\"]}"));
    }

    @Test
    void tellsAllThatIsWrongWithADriver() {
        assertEquals(
                "code_invalid /code\nvalue_missing /unit\nvalue_invalid /source\nvalue_invalid /negative",
                wrong("{\"code\":\"?\",\"receivers\":[\"SEGMENT\"],\"source\":\"HEARSAY\",\"negative\":\"MAYBE\"}"));
    }

    @Test
    void keepsWhatQuantitiesWereSaidFor() {
        assertEquals(
                "in_use /unit\nin_use /source\nin_use /receivers\nin_use /receivers",
                wrong("{\"code\":\"USE\",\"unit\":\"HOUR\",\"source\":\"LEDGER\",\"measure\":\"LINES\","
                        + "\"receivers\":[\"CUSTOMER\"]}"));
    }

    @Test
    void namesTheDriverWithinASentence() {
        String json = NEW + ",\"source\":\"LEDGER\",\"measure\":\"DAYS\",\"accounts\":[\"4711\"],\"name\":\" \"}";

        assertEquals(
                "The name of driver \"NEW\" is empty. Give 1 to 200 characters.\n"
                        + "\"DAYS\" of driver \"NEW\" is no measure. Give one of LINES, ENTRIES, AMOUNT, QUANTITY,"
                        + " DISTINCT:CUSTOMER.\n"
                        + "Account \"4711\" of driver \"NEW\" does not exist. Create it first, or correct the code.",
                AllocationBooks.messages(
                        form -> new DriverPlan(form, "USE"::equals).changes(List.of(command(json)), 8)));
    }

    private static String wrong(String json) {
        return AllocationBooks.wrong(form -> new DriverPlan(form, "USE"::equals).changes(List.of(command(json)), 8));
    }

    private static DriverCommand command(String json) {
        return AllocationBooks.read(json, reader -> DriverReader.read(reader, ""));
    }
}
