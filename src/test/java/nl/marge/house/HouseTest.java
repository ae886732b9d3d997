package nl.marge.house;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Floors, cycles, and who may touch SQL, HTTP, Hibernate and time. Each test also shows an example that is refused. */
class HouseTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.marge");

    @Test
    void arrowsGoDown() {
        holds(HouseRules.ARROWS_GO_DOWN);

        String upstairs = "package nl.marge.cube; public class Upstairs {}";
        refuses(
                HouseRules.ARROWS_GO_DOWN,
                upstairs,
                "package nl.marge.ledger; class Bad { nl.marge.cube.Upstairs up; }");
        refuses(HouseRules.ARROWS_GO_DOWN, "package nl.marge.service; class InNoKnownRoom {}");
        refuses(HouseRules.ARROWS_GO_DOWN, "package nl.marge; class InNoRoom {}");
        allows(
                HouseRules.ARROWS_GO_DOWN,
                upstairs,
                "package nl.marge.profitability; class Good { nl.marge.cube.Upstairs down; }");
    }

    @Test
    void peersOnOneFloorDoNotSeeEachOther() {
        refuses(
                HouseRules.ARROWS_GO_DOWN,
                "package nl.marge.customervalue; public class Peer {}",
                "package nl.marge.profitability; class Bad { nl.marge.customervalue.Peer peer; }");
    }

    @Test
    void packagesAreFreeOfCycles() {
        holds(HouseRules.NO_CYCLES);

        refuses(
                HouseRules.NO_CYCLES,
                "package nl.marge.ledger; public class One { nl.marge.ledger.part.Two two; }",
                "package nl.marge.ledger.part; public class Two { nl.marge.ledger.One one; }");
    }

    @Test
    void kernelUsesOnlyTheJdk() {
        holds(HouseRules.KERNEL_USES_ONLY_THE_JDK);

        refuses(
                HouseRules.KERNEL_USES_ONLY_THE_JDK,
                "package nl.marge.kernel; class Bad { org.jdbi.v3.core.Jdbi jdbi; }");
        refuses(
                HouseRules.KERNEL_USES_ONLY_THE_JDK,
                "package nl.marge.kernel; @jakarta.enterprise.context.ApplicationScoped class Bad {}");
    }

    @Test
    void sqlStaysInRoomsThatOwnTables() {
        holds(HouseRules.SQL_STAYS_IN_ROOMS_THAT_OWN_TABLES);

        refuses(
                HouseRules.SQL_STAYS_IN_ROOMS_THAT_OWN_TABLES,
                "package nl.marge.profitability; class Bad { java.sql.Connection connection; }");
        refuses(
                HouseRules.SQL_STAYS_IN_ROOMS_THAT_OWN_TABLES,
                "package nl.marge.ledger; class BadResource { org.jdbi.v3.core.Handle handle; }");
        allows(
                HouseRules.SQL_STAYS_IN_ROOMS_THAT_OWN_TABLES,
                "package nl.marge.ledger; class GoodStore { org.jdbi.v3.core.Handle handle; }",
                "package nl.marge.kernel; class Good {}");
    }

    @Test
    void httpStaysAtTheEdge() {
        holds(HouseRules.HTTP_STAYS_AT_THE_EDGE);

        refuses(
                HouseRules.HTTP_STAYS_AT_THE_EDGE,
                "package nl.marge.ledger; class Ledger { jakarta.ws.rs.core.Response answer; }");
        allows(
                HouseRules.HTTP_STAYS_AT_THE_EDGE,
                "package nl.marge.ledger; @jakarta.ws.rs.Path(\"x\") class GoodResource {"
                        + " record Part(jakarta.ws.rs.core.UriInfo uri) {} }",
                "package nl.marge.platform.http; class Good { jakarta.ws.rs.core.Response answer; }",
                "package nl.marge.kernel; class Other {}");
    }

    @Test
    void hibernateStaysWithReferenceData() {
        holds(HouseRules.ORM_STAYS_WITH_REFERENCE_DATA);

        refuses(
                HouseRules.ORM_STAYS_WITH_REFERENCE_DATA,
                "package nl.marge.cube; @jakarta.persistence.Entity class LineEntity {}");
    }

    @Test
    void entitiesStayAtHome() {
        holds(HouseRules.ENTITIES_STAY_AT_HOME);

        refuses(
                HouseRules.ENTITIES_STAY_AT_HOME,
                "package nl.marge.ledger; @jakarta.persistence.Entity public class AccountEntity {}");
        refuses(
                HouseRules.ENTITIES_STAY_AT_HOME,
                "package nl.marge.ledger; public class Accounts"
                        + " implements io.quarkus.hibernate.orm.panache.PanacheRepositoryBase<String, String> {}");
    }

    @Test
    void resourcesAreNotPublic() {
        holds(HouseRules.RESOURCES_ARE_NOT_PUBLIC);

        refuses(HouseRules.RESOURCES_ARE_NOT_PUBLIC, "package nl.marge.ledger; public class BadResource {}");
    }

    @Test
    void rulesAndEnginesArePure() {
        holds(HouseRules.RULES_AND_ENGINES_ARE_PURE);

        refuses(
                HouseRules.RULES_AND_ENGINES_ARE_PURE,
                "package nl.marge.ledger; class PostingRules { java.time.Clock clock; }");
        refuses(
                HouseRules.RULES_AND_ENGINES_ARE_PURE,
                "package nl.marge.allocation; @jakarta.inject.Singleton class AllocationEngine {}");
    }

    @Test
    void timeIsGiven() {
        holds(HouseRules.TIME_IS_GIVEN);

        for (String call : new String[] {
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
            "java.time.YearMonth.now()",
            "java.time.Clock.systemUTC()",
            "System.currentTimeMillis()",
            "new java.util.Date()"
        }) {
            refuses(
                    HouseRules.TIME_IS_GIVEN,
                    "package nl.marge.ledger; class Bad { Object now() { return " + call + "; } }");
        }
        allows(
                HouseRules.TIME_IS_GIVEN,
                "package nl.marge.ledger; class Good { Object now(java.time.Clock clock) {"
                        + " return java.time.LocalDate.now(clock).toString() + clock.instant() + System.nanoTime(); } }");
    }

    @Test
    void moneyKnowsNoBinaryFractions() {
        holds(HouseRules.NO_BINARY_FRACTIONS);

        for (String member : new String[] {
            "double amount;",
            "float[] amounts;",
            "Double amount;",
            "void take(double amount) {}",
            "double give() { return 0; }",
            "long cents(java.math.BigDecimal amount) { return (long) amount.doubleValue(); }",
            "Object amount = new java.math.BigDecimal(0.1);"
        }) {
            refuses(HouseRules.NO_BINARY_FRACTIONS, "package nl.marge.ledger; class Bad { " + member + " }");
        }
        allows(HouseRules.NO_BINARY_FRACTIONS, "package nl.marge.ledger; class Good { long amount; }");
    }

    @Test
    void beansAreInjectedByConstructor() {
        holds(HouseRules.INJECTION_BY_CONSTRUCTOR);

        refuses(
                HouseRules.INJECTION_BY_CONSTRUCTOR,
                "package nl.marge.ledger; class Bad { @jakarta.inject.Inject java.time.Clock clock; }");
    }

    private static void holds(ArchRule rule) {
        rule.check(SERVICE);
    }

    private static void refuses(ArchRule rule, String... sources) {
        assertTrue(
                rule.evaluate(Snippets.compile(sources)).hasViolation(),
                () -> "not refused by \"" + rule.getDescription() + "\": " + String.join("\n", sources));
    }

    private static void allows(ArchRule rule, String... sources) {
        assertFalse(
                rule.evaluate(Snippets.compile(sources)).hasViolation(),
                () -> "refused by \"" + rule.getDescription() + "\": " + String.join("\n", sources));
    }
}
