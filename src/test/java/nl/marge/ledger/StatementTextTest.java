package nl.marge.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a statement is kept. */
class StatementTextTest {

    @Test
    void readsBackWhatItWrote() {
        Statement standard = Statement.standard();

        Statement read = StatementText.read(StatementText.of(standard), 7);

        assertEquals(new Statement(standard.lines(), 7), read);
    }

    @Test
    void writesTheShapeOfTheContract() {
        Statement statement = new Statement(
                List.of(
                        new StatementLine.Amount("A", "a", StatementLine.Nature.REVENUE),
                        new StatementLine.Subtotal("T", "t", List.of("A"), List.of())),
                1);

        assertEquals(
                "{\"lines\":[{\"kind\":\"AMOUNT\",\"code\":\"A\",\"name\":\"a\",\"nature\":\"REVENUE\"},"
                        + "{\"kind\":\"SUBTOTAL\",\"code\":\"T\",\"name\":\"t\",\"plus\":[\"A\"],\"minus\":[]}]}",
                StatementText.of(statement));
    }

    @Test
    void saysWhatIsDamaged() {
        IllegalStateException damaged =
                assertThrows(IllegalStateException.class, () -> StatementText.read("{\"lines\":[{}]}", 1));

        assertTrue(damaged.getMessage().contains("{\"lines\":[{}]}"));
    }
}
