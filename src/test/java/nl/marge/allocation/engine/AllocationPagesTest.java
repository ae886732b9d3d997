package nl.marge.allocation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method as an accountant can check it. With {@code -Dpages.accept} the pages are written instead. */
class AllocationPagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"direct", "step-down", "reciprocal", "time-driven", "rounding", "origins"})
    void dividesAsThePageSays(String page) {
        if (System.getProperty("pages.accept") != null) {
            AllocationPage.read(page).write();
        }

        assertEquals(AllocationPage.text(page), AllocationPage.read(page).drawn());
    }
}
