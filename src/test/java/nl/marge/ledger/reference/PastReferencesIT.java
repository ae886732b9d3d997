package nl.marge.ledger.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyClient;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionReferences;
import nl.marge.dimension.DimensionValue;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** A picture led back from now is the picture that was held then, in everything a picture shows. */
@QuarkusTest
class PastReferencesIT {

    private static final String SEGMENTS = "/memberships/SEGMENT";

    /** Method, path, body: each a change, also those that undo others. */
    private static final List<List<String>> CHANGES = List.of(
            List.of("PUT", "", "{\"name\":\"Acme\",\"currency\":\"USD\",\"timeZone\":\"UTC\"}"),
            List.of("PUT", "/dimensions", "[{\"code\":\"CUSTOMER\"},{\"code\":\"SEGMENT\"},{\"code\":\"PRODUCT\"}]"),
            List.of(
                    "PUT",
                    "/dimensions/CUSTOMER/values",
                    "[{\"code\":\"NL\"},{\"code\":\"BE\"},{\"code\":\"C1\",\"parent\":\"NL\"},{\"code\":\"C2\"}]"),
            List.of("PUT", "/dimensions/SEGMENT/values", "[{\"code\":\"KEY\"},{\"code\":\"MKB\"}]"),
            List.of("PUT", "/dimensions/PRODUCT/values", "[{\"code\":\"P1\"}]"),
            List.of(
                    "PUT",
                    "/accounts",
                    "[{\"code\":\"8000\",\"type\":\"REVENUE\",\"statementLine\":\"GROSS_REVENUE\"},"
                            + "{\"code\":\"4000\",\"type\":\"EXPENSE\",\"statementLine\":\"COGS\"}]"),
            List.of(
                    "PUT",
                    "/dimensions/CUSTOMER" + SEGMENTS,
                    "[{\"value\":\"C1\",\"memberOf\":\"KEY\"},{\"value\":\"C1\",\"memberOf\":\"MKB\",\"from\":\"2026-01-01\"},"
                            + "{\"value\":\"C2\",\"memberOf\":\"KEY\",\"from\":\"2026-01-01\"}]"),
            List.of(
                    "PUT",
                    "/dimensions/CUSTOMER/values/C1",
                    "{\"name\":\"Jansen\",\"parent\":\"BE\",\"validFrom\":\"2025-01-01\",\"validTo\":\"2026-12-31\","
                            + "\"blocked\":true,\"purpose\":\"ACQUISITION\",\"attributes\":{\"country\":\"NL\",\"size\":\"L\"}}"),
            List.of("PUT", "/dimensions/CUSTOMER/values/C1", "{\"parent\":null,\"validTo\":\"2027-12-31\"}"),
            List.of("DELETE", "/dimensions/CUSTOMER/values/NL"),
            List.of("PUT", "/dimensions/CUSTOMER/values/NL", "{\"name\":\"Again\"}"),
            List.of("PUT", "/dimensions/PRODUCT", "{\"name\":\"Article\",\"blocked\":true}"),
            List.of(
                    "PUT",
                    "/accounts/4000",
                    "{\"name\":\"Ads\",\"type\":\"EXPENSE\",\"statementLine\":\"MARKETING\",\"blocked\":true,"
                            + "\"purpose\":\"ACQUISITION\"}"),
            List.of("PUT", "/accounts/4000", "{\"name\":\"Bank\",\"type\":\"ASSET\"}"),
            List.of("DELETE", "/accounts/8000"),
            List.of(
                    "PUT",
                    "/dimensions/CUSTOMER" + SEGMENTS,
                    "[{\"value\":\"C1\",\"memberOf\":null,\"from\":\"2026-01-01\"}]"),
            List.of("DELETE", "/dimensions/CUSTOMER" + SEGMENTS + "?value=C1"),
            List.of("DELETE", "/dimensions/CUSTOMER" + SEGMENTS + "?value=C1&from=2026-01-01"),
            List.of("DELETE", "/dimensions/CUSTOMER" + SEGMENTS + "?value=C2&from=2026-01-01"),
            List.of("PUT", "/dimensions/PRODUCT" + SEGMENTS, "[{\"value\":\"P1\",\"memberOf\":\"KEY\"}]"),
            List.of("DELETE", "/dimensions/PRODUCT" + SEGMENTS + "?value=P1"),
            List.of("DELETE", "/dimensions/SEGMENT/values/KEY"),
            List.of("DELETE", "/dimensions/SEGMENT/values/MKB"),
            List.of("DELETE", "/dimensions/SEGMENT"),
            List.of("PUT", "/dimensions/SEGMENT", "{\"name\":\"Another\"}"),
            List.of(
                    "PUT",
                    "/statement",
                    "{\"lines\":[{\"code\":\"SALES\",\"kind\":\"AMOUNT\",\"nature\":\"REVENUE\"},"
                            + "{\"code\":\"RESULT\",\"kind\":\"SUBTOTAL\",\"plus\":[\"SALES\"],\"minus\":[]}]}"),
            List.of(
                    "PUT",
                    "",
                    "{\"name\":\"Acme BV\",\"currency\":\"KWD\",\"fiscalYearStartMonth\":7,\"timeZone\":\"Asia/Tokyo\"}"));

    private final Database database;
    private final Companies companies;
    private final DimensionReferences dimensions;
    private final ReferenceLoader loader;
    private final References references;

    PastReferencesIT(
            Database database,
            Companies companies,
            DimensionReferences dimensions,
            ReferenceLoader loader,
            References references) {
        this.database = database;
        this.companies = companies;
        this.dimensions = dimensions;
        this.loader = loader;
        this.references = references;
    }

    @Test
    void leadsBackToEveryPictureThatWasHeld() {
        CompanyClient client = CompanyClient.ofNew("PAST-PICTURES");
        Company company = companies.require(client.code());
        Map<Long, List<String>> held = new TreeMap<>();
        held.put(1L, told(references.current(company)));
        for (List<String> change : CHANGES) {
            apply(client, change);
            Reference now = references.current(companies.require(client.code()));
            held.put(now.version(), told(now));

            PastReferences past = new PastReferences(database, companies, dimensions, loader);
            held.forEach((version, then) -> assertEquals(
                    String.join("\n", then),
                    String.join("\n", told(past.at(company, version))),
                    () -> "version " + version + " after " + change));
        }
        assertEquals(CHANGES.size() + 1, held.size());
    }

    @Test
    void remembersPicturesAndGivesTheOneOfNowAsItIs() {
        CompanyClient client = CompanyClient.ofNew("PAST-KEPT");
        client.put("/dimensions/CUSTOMER", "{}").statusCode(201);
        Company company = companies.require(client.code());

        assertSame(references.asOf(company, 1), references.asOf(company, 1));
        assertSame(references.current(company), references.asOf(company, 2));
        assertEquals(List.of(), references.asOf(company, 1).dimensions().dimensions());
        assertThrows(IllegalArgumentException.class, () -> references.asOf(company, 0));
    }

    private static void apply(CompanyClient client, List<String> change) {
        int status = change.get(0).equals("PUT")
                ? client.put(change.get(1), change.get(2)).extract().statusCode()
                : client.delete(change.get(1)).extract().statusCode();
        assertEquals(2, status / 100, () -> change + " was answered " + status);
    }

    /** Everything a picture shows, the settings of postings aside. */
    private static List<String> told(Reference reference) {
        List<String> told = new ArrayList<>();
        told.add(reference.version() + " " + reference.company());
        reference.accounts().forEach(account -> told.add(account.toString()));
        told.add(reference.statement().toString());
        DimensionReference dimensions = reference.dimensions();
        for (Dimension dimension : dimensions.dimensions()) {
            told.add(dimension + " from " + dimensions.sourceOf(dimension.id()));
            for (DimensionValue value : dimensions.valuesInOrder(dimension.id())) {
                told.add(value + " leaf " + dimensions.isLeaf(value.id()) + " "
                        + dimensions.value(dimension.id(), value.code()).equals(java.util.Optional.of(value)) + " "
                        + dimensions.dimensions().stream()
                                .map(target -> dimensions.memberships(target.id(), value.id()))
                                .toList());
            }
        }
        return told;
    }
}
