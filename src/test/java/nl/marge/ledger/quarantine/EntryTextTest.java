package nl.marge.ledger.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryReader;
import nl.marge.ledger.split.SplitsCommand;
import nl.marge.platform.json.StrictJson;
import org.junit.jupiter.api.Test;

/** What is set aside says what was sent, member for member. */
class EntryTextTest {

    private static final String FULL = """
            {"externalId":"E1","source":"ERP","kind":"COST","scenario":"BUDGET","postingDate":"2026-03-31",
             "currency":"USD","rateType":"SPOT","description":"Freight","dimensions":{"CHANNEL":"WEB","CUSTOMER":"C1"},
             "lines":[{"account":"7000","amount":"12.50","quantity":"3","text":"Parcel \\"9\\"","lineId":"1",
                       "membershipDate":"2026-01-01","dimensions":{"SEGMENT":"KEY"}},
                      {"account":"7000","debit":"1.0","companyAmount":"0.92","splitMode":"CROSS",
                       "splits":[{"weight":"60.5","dimensions":{"SEGMENT":"KEY"}},{"remainder":true}]},
                      {"account":"7000","credit":"1e3"}]}""";

    @Test
    void keepsEveryMember() throws ReflectiveOperationException {
        EntryCommand sent = read(FULL);

        assertEquals(sent, EntryText.read(EntryText.of(sent)));
        assertNothingIsAbsent(sent);
    }

    @Test
    void keepsWhatIsAbsentAbsent() {
        assertEquals("{\"lines\":[]}", EntryText.of(read("{\"externalId\":null,\"lines\":[]}")));
    }

    @Test
    void isTheSameTextInWhateverOrderMembersCame() {
        String one = "{\"externalId\":\"E1\",\"dimensions\":{\"A\":\"1\",\"B\":\"2\"},\"lines\":[]}";
        String other = "{\"lines\":[],\"dimensions\":{\"B\":\"2\",\"A\":\"1\"},\"externalId\":\"E1\"}";

        assertEquals(EntryText.of(read(one)), EntryText.of(read(other)));
    }

    /** So that a member that comes later is in the entry above, and thereby in what is kept. */
    private static void assertNothingIsAbsent(EntryCommand entry) throws ReflectiveOperationException {
        for (RecordComponent component : EntryCommand.class.getRecordComponents()) {
            assertFalse(isAbsent(component.getAccessor().invoke(entry)), component.getName());
        }
        for (RecordComponent component : EntryCommand.LineCommand.class.getRecordComponents()) {
            boolean absent = true;
            for (EntryCommand.LineCommand line : entry.lines()) {
                absent &= isAbsent(component.getAccessor().invoke(line));
            }
            assertFalse(absent, component.getName());
        }
    }

    private static boolean isAbsent(Object value) {
        return value instanceof Optional<?> optional && optional.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof Collection<?> collection && collection.isEmpty()
                || value.equals(SplitsCommand.NONE);
    }

    private static EntryCommand read(String text) {
        StrictJson json = new StrictJson();
        EntryReader reader = new EntryReader(json);
        assertEquals(
                0, json.read(text.toCharArray(), 0, text.length(), reader::read).total());
        return reader.command();
    }
}
