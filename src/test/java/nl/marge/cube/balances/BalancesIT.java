package nl.marge.cube.balances;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SqlBooks;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BalancesIT {

    @Inject
    SqlBooks sql;

    @Test
    void answersInTheShapeTheContractSaysAndTies() {
        SeededBooks books = new SeededBooks(8001, 150);
        sql.open(books);
        sql.publish(books, 1, 150, 30);
        String path = "/api/v1/companies/SEED8001/balances?from=2025-06&to=2026-06&by=account,DIM1";

        Response answer = given().get(path);

        JsonPath balances = answer.jsonPath();
        assertEquals(
                members(BalancesBody.class), List.copyOf(balances.getMap("").keySet()));
        assertEquals(
                members(BalancesBody.Row.class),
                List.copyOf(balances.getMap("rows[0]").keySet()));
        assertEquals(
                members(BalancesBody.Amounts.class),
                List.copyOf(balances.getMap("total").keySet()));
        for (String amount : List.of("opening", "debit", "credit", "closing")) {
            assertEquals(
                    balances.getString("total." + amount),
                    balances.getList("rows." + amount, String.class).stream()
                            .map(BigDecimal::new)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .toPlainString());
        }
        given().header("If-None-Match", answer.header("ETag")).get(path).then().statusCode(304);
        String csv = given().get(path + "&format=csv").asString();
        assertEquals(balances.getList("rows").size() + 2, csv.lines().count());
    }

    @Test
    void isByAccountUnlessAskedOtherwise() {
        SeededBooks books = new SeededBooks(8002, 60);
        sql.open(books);
        sql.publish(books, 1, 60, 30);

        JsonPath balances = given().get("/api/v1/companies/SEED8002/balances?from=2025-01&to=2026-12")
                .jsonPath();

        assertEquals(List.of("account"), balances.getList("by"));
        assertEquals(
                balances.getList("rows.key.account").stream().sorted().toList(), balances.getList("rows.key.account"));
    }

    private static List<Object> members(Class<? extends Record> record) {
        return Arrays.stream(record.getRecordComponents())
                .<Object>map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }
}
