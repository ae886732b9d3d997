package nl.marge.profitability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.company.Company;
import nl.marge.cube.CubeFixture;
import nl.marge.cube.CubeView;
import nl.marge.cube.Questions;
import nl.marge.dimension.DimensionBooks;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.Statement;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.ledger.tail.LineBlock;
import nl.marge.platform.http.QueryParameters;
import org.junit.jupiter.api.Test;

/**
 * Capacity as an accountant reads it, with the sums of domain.md oracle A: 105840.00 of support, of which 97681.50 goes
 * to the segments (38461.50, 34020.00, 25200.00) and 8158.50 was not used; and a machine that did more than it can,
 * 109200.00 charged for 105840.00.
 */
class CapacityRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final DimensionBooks dimensions = new DimensionBooks()
            .dimension("SEGMENT", "KEY", "MKB", "WEB", "~UNUSED_CAPACITY", "~OVER_DRIVEN")
            .dimension("REGION", "NL");

    @Test
    void standAfterTheUnassignedWithTheirOwnKindAndName() throws IOException {
        assertEquals(
                List.of(
                        "VALUE KEY KEY: -38461.50",
                        "VALUE MKB MKB: -34020.00",
                        "VALUE WEB WEB: -134400.00",
                        "UNASSIGNED null Unassigned: 0.00",
                        "UNUSED_CAPACITY ~UNUSED_CAPACITY Unused capacity: -8158.50",
                        "OVER_DRIVEN ~OVER_DRIVEN Over-driven capacity: 3360.00",
                        "total: -211680.00"),
                rows(report("by=SEGMENT")));
    }

    @Test
    void areNeitherCountedNorSortedNorFoldedWithTheValues() throws IOException {
        assertEquals(
                List.of(
                        "VALUE WEB WEB: -134400.00",
                        "OTHERS null Others: -72481.50",
                        "UNASSIGNED null Unassigned: 0.00",
                        "UNUSED_CAPACITY ~UNUSED_CAPACITY Unused capacity: -8158.50",
                        "OVER_DRIVEN ~OVER_DRIVEN Over-driven capacity: 3360.00",
                        "total: -211680.00"),
                rows(report("by=SEGMENT&sort=CM4&limit=1")));
    }

    @Test
    void showUnusedCapacityOnTheLineOfItsCost() throws IOException {
        JsonNode row = report("by=SEGMENT").get("rows").get(4);

        for (JsonNode line : row.get("lines")) {
            String expected =
                    switch (line.get("line").asText()) {
                        case "BACK_OFFICE" -> "8158.50";
                        case "CM4", "OPERATING_PROFIT", "NET_PROFIT" -> "-8158.50";
                        default -> "0.00";
                    };
            assertEquals(expected, line.get("values").get(0).asText(), line.toString());
        }
    }

    @Test
    void areToldApartInTheReconciliationWhateverTheAxes() throws IOException {
        for (String by : List.of("by=SEGMENT", "by=REGION", "by=REGION,SEGMENT", "by=", "by=SEGMENT@1")) {
            JsonNode proof = report(by).get("reconciliation");

            assertEquals("-8158.50", proof.get("unusedCapacity").asText(), by);
            assertEquals("3360.00", proof.get("overDriven").asText(), by);
            assertEquals("-211680.00", proof.get("reported").asText(), by);
            assertEquals("0.00", proof.get("difference").asText(), by);
        }
        assertEquals(List.of("UNASSIGNED null Unassigned: -211680.00", "total: -211680.00"), rows(report("by=REGION")));
    }

    @Test
    void areLeftOutWithWhatTheFilterLeavesOut() throws IOException {
        JsonNode key = report("by=SEGMENT&filter=SEGMENT:KEY").get("reconciliation");
        JsonNode unused = report("by=SEGMENT&filter=SEGMENT:~UNUSED_CAPACITY");
        JsonNode before = report("by=SEGMENT&allocation=BEFORE").get("reconciliation");

        assertEquals("0.00", key.get("unusedCapacity").asText());
        assertEquals(
                "-8158.50", unused.get("reconciliation").get("unusedCapacity").asText());
        assertEquals("0.00", unused.get("reconciliation").get("overDriven").asText());
        assertEquals(
                List.of(
                        "UNASSIGNED null Unassigned: 0.00",
                        "UNUSED_CAPACITY ~UNUSED_CAPACITY Unused capacity: -8158.50",
                        "total: -8158.50"),
                rows(unused));
        assertEquals("0.00", before.get("unusedCapacity").asText());
        assertEquals("-211680.00", before.get("unassigned").asText());
    }

    private static List<String> rows(JsonNode report) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : report.get("rows")) {
            String name = row.get("name").asText().replace("Name of ", "");
            rows.add(row.get("kind").asText() + " "
                    + row.get("key").path("SEGMENT").asText("null") + " " + name + ": " + result(row));
        }
        rows.add("total: " + result(report.get("total")));
        return rows;
    }

    private static String result(JsonNode row) {
        JsonNode lines = row.get("lines");
        return lines.get(lines.size() - 1).get("values").get(0).asText();
    }

    private JsonNode report(String query) throws IOException {
        Map<String, List<String>> given = new HashMap<>(Map.of("from", List.of("2026-03"), "to", List.of("2026-03")));
        Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .forEach(parts -> given.put(parts[0], List.of(parts[1])));
        QueryParameters parameters = new QueryParameters(given);
        ReportQuery asked = ReportQuery.read(parameters, new LedgerMoment(reference(), 3, DAY, Optional.empty()));
        parameters.refuseIfWrong();
        ProfitAndLoss report = new ProfitAndLosses(new Questions()).report(ReportFrame.of(asked, reference()), view());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProfitAndLossJson(report, List.of(), AllocationMemo.NONE).write(out);
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private Reference reference() {
        Company company =
                new Company(1, "ACME", "Acme", "EUR", 2, new FiscalCalendar(1), ZoneId.of("Europe/Amsterdam"), 1);
        Account support = new Account(
                1, "4600", "Support", AccountType.EXPENSE, Optional.of("BACK_OFFICE"), false, Optional.empty(), 1);
        return new Reference(
                company, 1, List.of(support), Statement.standard(), dimensions.reference(), PostingSettings.NONE);
    }

    /** Entry 1 the cost, entry 2 the run of the support pool, entry 3 that of the machine. */
    private CubeView view() {
        int day = (int) DAY.toEpochDay();
        return CubeFixture.view(
                new LineBlock(
                        1,
                        new int[] {1, 6, 9},
                        new int[] {day, day, day},
                        new EntryKind[] {EntryKind.JOURNAL, EntryKind.ALLOCATION, EntryKind.ALLOCATION},
                        new String[] {"ACTUAL", "ACTUAL", "ACTUAL"},
                        new String[] {"EUR", "EUR", "EUR"},
                        new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1},
                        new int[] {1, 1, 2, 3, 4, 5, 1, 4, 6},
                        new long[] {21168000, -10584000, 3846150, 3402000, 2520000, 815850, -10584000, 10920000, -336000
                        },
                        new long[0],
                        new long[0],
                        new int[] {day, day, day, day, day, day, day, day, day}),
                List.of(
                        dimensions.set(),
                        dimensions.set("SEGMENT:KEY"),
                        dimensions.set("SEGMENT:MKB"),
                        dimensions.set("SEGMENT:WEB"),
                        dimensions.set("SEGMENT:~UNUSED_CAPACITY"),
                        dimensions.set("SEGMENT:~OVER_DRIVEN")));
    }
}
