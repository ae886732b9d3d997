package nl.marge.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.marge.demo.GoldenPage.Section;

/** A company that does over HTTP what a golden page gives, and tells what comes out. */
final class GoldenCompany {

    private static final Set<String> ENTRY_MEMBERS = Set.of("entry", "postingDate", "kind");
    private static final Set<String> LINE_MEMBERS = Set.of("account", "amount", "quantity", "membershipDate");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String path;

    GoldenCompany(String code) {
        path = "/api/v1/companies/" + code;
    }

    void open() {
        put("", Map.of("name", "Golden", "currency", "EUR", "timeZone", "Europe/Amsterdam"));
    }

    /** Does what a {@code Given} section says. */
    void give(Section section) {
        String[] words = section.title().substring(GoldenPage.GIVEN.length()).split(" ");
        switch (words[0]) {
            case "accounts" -> put("/accounts", renamed(section.rows(), "account", "code"));
            case "dimension" -> {
                put("/dimensions/" + words[1], Map.of());
                put("/dimensions/" + words[1] + "/values", renamed(section.rows(), "value", "code"));
            }
            case "memberships" ->
                put("/dimensions/" + words[1] + "/memberships/" + words[3], renamed(section.rows(), "value", "value"));
            case "journal" -> post("/journal-entries/batch", Map.of("entries", entries(section.rows())));
            case "reversal" -> reverse(words[2], words[4]);
            case "reclassification" -> reclassify(words[2], words[4], words[8], words[10].split(":"));
            case "undo" -> step(words[3], "undo");
            case "PUT" -> put("/" + words[1], section.json());
            case "quantities" -> put("/drivers/" + words[1] + "/quantities", quantities(section.rows(), words[2]));
            case "allocation" -> allocate(words[1], words[2]);
            default -> throw new IllegalArgumentException("nothing is known of: " + section.title());
        }
    }

    /** The {@code Then} section as the service tells it. */
    Section tell(Section section) {
        return section.title().startsWith(GoldenPage.THEN + "profit-and-loss") ? report(section) : table(section);
    }

    /** Any other answer as CSV tells it, in the columns that the page has. */
    private Section table(Section section) {
        Response answer = given().urlEncodingEnabled(false)
                .get(path + "/" + section.title().substring(GoldenPage.THEN.length()) + "&format=csv");
        answer.then().statusCode(200).header("X-Marge-Difference", "0.00");
        List<String> lines = answer.asString().lines().toList();
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<List<String>> rows = lines.stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .map(cells -> section.columns().stream()
                        .map(column -> cells.get(header.indexOf(column)))
                        .toList())
                .toList();
        return section.with(rows, "");
    }

    private Section report(Section section) {
        JsonPath report = given().urlEncodingEnabled(false)
                .get(path + "/" + section.title().substring(GoldenPage.THEN.length()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<List<String>> rows = new ArrayList<>();
        for (Map<String, String> row : section.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.get("line")));
            section.columns().stream()
                    .skip(1)
                    .forEach(column -> cells.add(cell(report, row.get("line"), column.split(" "))));
            rows.add(cells);
        }
        Map<String, String> proof = report.getMap("reconciliation");
        String reconciliation = "ledger " + proof.get("ledger") + ", reported " + proof.get("reported")
                + ", difference " + proof.get("difference") + ", unassigned " + proof.get("unassigned") + ".";
        return section.with(rows, reconciliation);
    }

    /** A cell by line (with {@code %} the percentage) and by row and column; without a column that of the total. */
    private static String cell(JsonPath report, String line, String[] rowAndColumn) {
        int column = report.getList("columns").indexOf(rowAndColumn.length > 1 ? rowAndColumn[1] : "TOTAL");
        String code = line.replace(" %", "");
        String member = line.endsWith("%") ? "percentOfNetRevenue" : "values";
        List<Map<String, Object>> lines = report.getList(linesOf(report, rowAndColumn[0]));
        for (Map<String, Object> one : lines) {
            if (one.get("line").equals(code)) {
                Object value = ((List<?>) one.get(member)).get(column);
                return value == null ? "-" : value.toString();
            }
        }
        throw new AssertionError("no line " + code);
    }

    private static String linesOf(JsonPath report, String row) {
        if (row.equals("TOTAL")) {
            return "total.lines";
        }
        String term = report.getString("by[0]");
        List<Map<String, Object>> rows = report.getList("rows");
        for (int i = 0; i < rows.size(); i++) {
            Object key = ((Map<?, ?>) rows.get(i).get("key")).get(term);
            if (row.equals(key == null ? rows.get(i).get("kind") : key)) {
                return "rows[" + i + "].lines";
            }
        }
        throw new AssertionError("no row " + row + " among " + rows);
    }

    /** Runs a cycle over a period and waits for its job. */
    private void allocate(String cycle, String period) {
        String job = given().contentType(ContentType.JSON)
                .body(json(Map.of("cycle", cycle, "period", period)))
                .post(path + "/allocation-runs")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        FinishedJob.of(job).mustHaveSucceeded();
    }

    /** Rows of receivers, each one value or a pool, with their quantities. */
    private static List<Map<String, Object>> quantities(List<Map<String, String>> rows, String period) {
        List<Map<String, Object>> quantities = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> receiver = new LinkedHashMap<>();
            row.forEach((column, cell) -> {
                if (!column.equals("quantity") && !cell.isEmpty()) {
                    receiver.put(column, cell);
                }
            });
            quantities.add(Map.of("period", period, "receiver", receiver, "quantity", row.get("quantity")));
        }
        return quantities;
    }

    private void reverse(String externalId, String date) {
        String id = given().get(path + "/journal-entries?externalId=" + externalId)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        post("/journal-entries/" + id + "/reversal", Map.of("postingDate", date));
    }

    /** Moves the lines of an account in a period that pass a filter to a value of a dimension. */
    private void reclassify(String account, String period, String filter, String[] change) {
        Map<String, Object> selection =
                Map.of("from", period, "to", period, "accounts", List.of(account), "filter", filter);
        String id = given().contentType(ContentType.JSON)
                .body(json(Map.of("selection", selection, "set", Map.of(change[0], change[1]))))
                .post(path + "/reclassifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(id, "validate");
        step(id, "apply");
    }

    private void step(String reclassification, String verb) {
        given().post(path + "/reclassifications/" + reclassification + "/" + verb)
                .then()
                .statusCode(200);
    }

    /** The rows of a journal as entries: one without an id is one more line of the entry above. */
    private static List<Map<String, Object>> entries(List<Map<String, String>> rows) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (!row.get("entry").isEmpty()) {
                Map<String, Object> entry =
                        new HashMap<>(Map.of("externalId", row.get("entry"), "postingDate", row.get("postingDate")));
                entry.put("lines", new ArrayList<>());
                entries.add(entry);
            }
            @SuppressWarnings("unchecked")
            List<Object> lines = (List<Object>) entries.get(entries.size() - 1).get("lines");
            lines.add(line(row));
        }
        return entries;
    }

    private static Map<String, Object> line(Map<String, String> row) {
        Map<String, Object> line = new HashMap<>();
        Map<String, String> dimensions = new HashMap<>();
        row.forEach((column, cell) -> {
            if (!cell.isEmpty() && LINE_MEMBERS.contains(column)) {
                line.put(column, cell);
            } else if (!cell.isEmpty() && !ENTRY_MEMBERS.contains(column)) {
                dimensions.put(column, cell);
            }
        });
        line.put("dimensions", dimensions);
        return line;
    }

    /** The rows as the contract names their members, without the empty ones. */
    private static List<Map<String, String>> renamed(List<Map<String, String>> rows, String column, String member) {
        List<Map<String, String>> renamed = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> members = new LinkedHashMap<>();
            row.forEach((name, cell) -> {
                if (!cell.isEmpty()) {
                    members.put(name.equals(column) ? member : name, cell);
                }
            });
            renamed.add(members);
        }
        return renamed;
    }

    private void put(String resource, Object body) {
        given().contentType(ContentType.JSON)
                .body(json(body))
                .put(path + resource)
                .then()
                .statusCode(oneOf(200, 201));
    }

    private void post(String resource, Object body) {
        given().contentType(ContentType.JSON)
                .body(json(body))
                .post(path + resource)
                .then()
                .statusCode(oneOf(200, 201));
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps can be written: " + body, impossible);
        }
    }
}
