package nl.marge.demo;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import nl.marge.demo.GoldenPage.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages an accountant can check: accounts, journal and memberships go in over HTTP, the segment P&amp;L comes out as the
 * page says. {@code -Dgolden.accept=true} writes what comes out now; the change is then reviewed as a diff.
 */
@QuarkusTest
class GoldenPagesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oracle-a0",
                "oracle-a",
                "oracle-b",
                "oracle-c-it-first",
                "oracle-c-hr-first",
                "oracle-d",
                "oracle-h",
                "membership-in-time",
                "correction-after-posting"
            })
    void whatThePageGivesComesOutAsThePageSays(String name) {
        GoldenPage page = GoldenPage.read(name);
        GoldenCompany company = new GoldenCompany("PAGE-" + name);
        company.open();
        List<Section> told = new ArrayList<>();

        for (Section section : page.sections()) {
            if (section.title().startsWith(GoldenPage.GIVEN)) {
                company.give(section);
            }
            boolean asked = section.title().startsWith(GoldenPage.THEN);
            told.add(asked ? company.tell(section) : section);
        }

        compare(page, new GoldenPage(name, told));
    }

    @Test
    void workedExampleOfTheDemoComesOutAsItsPageSays() {
        loadDemo();
        GoldenCompany company = new GoldenCompany(OracleBooks.COMPANY);
        GoldenPage page = GoldenPage.read("oracle-a0");

        for (Section section : page.sections(GoldenPage.THEN)) {
            assertEquals(section, company.tell(section));
        }
    }

    @Test
    void demoCompanyComesOutAsItsPageSays() {
        loadDemo();
        GoldenCompany company = new GoldenCompany(DemoBooks.COMPANY);
        GoldenPage page = GoldenPage.read("demo");

        List<Section> told = page.sections().stream()
                .map(section -> section.title().startsWith(GoldenPage.THEN) ? company.tell(section) : section)
                .toList();

        compare(page, new GoldenPage("demo", told));
    }

    private static void loadDemo() {
        given().post("/api/v1/demo").then().statusCode(200);
    }

    private static void compare(GoldenPage page, GoldenPage told) {
        if (System.getProperty("golden.accept", "").equals("true")) {
            told.write();
        }
        assertEquals(page.text(), told.text());
    }
}
