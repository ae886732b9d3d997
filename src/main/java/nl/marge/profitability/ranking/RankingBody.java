package nl.marge.profitability.ranking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.profitability.answer.ReportProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ranking as it is answered. */
@Schema(name = "Profitability")
record RankingBody(
        String currency,
        String from,
        String to,
        String scenario,

        @Schema(description = "The axes as asked for; also the names of the members of each key")
        List<String> by,

        @Schema(description = "The line of the statement that rows are ranked by", examples = "CM4")
        String measure,

        Optional<Compared> compare,
        List<Row> rows,

        @Schema(
                description = "What is not ranked: rows beyond the limit, unassigned, capacity nobody used. Values of"
                        + " rows and others sum to the company's")
        List<Other> others,

        @Schema(description = "All ranked rows together") Total total,

        @Schema(description = "The rows in tenths, the best first, all of them whatever the limit")
        List<Decile> deciles,

        @Schema(description = "The measure over all lines of the report: ranked and others", examples = "1250.00")
        String company,

        ReportProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark,

        String membership) {

    /** What ranks are compared with. */
    @Schema(name = "RankingCompared")
    record Compared(
            @Schema(examples = "PREVIOUS_YEAR") String with,
            String from,
            String to,
            String scenario,

            @Schema(description = "Rows that were ranked there and are not ranked now")
            int gone,

            @Schema(description = "What the rows that are gone came to there")
            String goneValue,

            @Schema(description = "The rows that are gone, the best first, so many as the limit tells")
            List<Gone> goneRows,

            @Schema(description = "Rows that are ranked now and were not there")
            int entered,

            @Schema(description = "What the rows that entered come to now")
            String enteredValue) {}

    /** A row that is ranked no more. */
    @Schema(name = "RowGone")
    record Gone(Map<String, String> key, Map<String, String> names, String name, Before before) {}

    /** A ranked row. */
    @Schema(name = "RankedRow")
    record Row(
            @Schema(description = "1 is the best; rows of equal value by key", minimum = "1")
            int rank,

            Map<String, String> key,
            Map<String, String> names,
            String name,

            @Schema(description = "The measure", examples = "60.00")
            String value,

            String netRevenue,

            @Schema(description = "Gross margin", examples = "80.00")
            String cm1,

            @Schema(description = "null where net revenue is not above zero")
            Optional<String> percentOfNetRevenue,

            @Schema(description = "value in percent of the total of all ranked rows; null where that is not above 0")
            Optional<String> share,

            String cumulative,
            Optional<String> cumulativeShare,

            @Schema(description = "1 for the best tenth of the rows, to 10", minimum = "1", maximum = "10")
            int decile,

            Optional<Before> before,

            String drill) {}

    /** Where a row stood before. */
    @Schema(name = "RankBefore")
    record Before(
            int rank,
            String value,

            @Schema(description = "Places won since; below zero when it fell back, null for a row that is gone")
            Optional<Integer> moved) {}

    /** What is not ranked. */
    @Schema(name = "UnrankedRow")
    record Other(
            @Schema(enumeration = {"OTHERS", "UNASSIGNED", "UNUSED_CAPACITY", "OVER_DRIVEN"})
            String kind,

            int rows,
            String name,
            String value,
            String netRevenue,
            String cm1,
            Optional<String> drill) {}

    /** Rows together. */
    @Schema(name = "RankedTotal")
    record Total(int rows, String value, String netRevenue, String cm1) {}

    /** A tenth of the rows. */
    @Schema(name = "RankDecile")
    record Decile(int decile, int rows, String value, Optional<String> share, String netRevenue, String cm1) {}

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-03","scenario":"ACTUAL","by":["CUSTOMER"],"measure":"CM4",
            "compare":null,"rows":[{"rank":1,"key":{"CUSTOMER":"C1"},"names":{"CUSTOMER":"Jansen"},"name":"Jansen",
            "value":"60.00","netRevenue":"200.00","cm1":"80.00","percentOfNetRevenue":"30.00","share":"60.00",
            "cumulative":"60.00","cumulativeShare":"60.00","decile":1,"before":null,
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-01&to=2026-03&membership=AS_WAS&scenario=ACTUAL\
            &kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION&filter=CUSTOMER:C1"}],"others":[],
            "total":{"rows":1,"value":"60.00","netRevenue":"200.00","cm1":"80.00"},
            "deciles":[{"decile":10,"rows":1,"value":"60.00","share":"100.00","netRevenue":"200.00","cm1":"80.00"}],
            "company":"60.00","reconciliation":{"ledger":"60.00","reported":"60.00","difference":"0.00",
            "unassigned":"0.00","unusedCapacity":"0.00","overDriven":"0.00","unallocated":"0.00","allocationRuns":[]},
            "watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String EXAMPLE_CSV = """
            rank,dim.CUSTOMER,name.CUSTOMER,row_kind,value,net_revenue,cm1,percent_of_net_revenue,share,cumulative,\
            cumulative_share,decile,rank_before,value_before,moved
            1,C1,Jansen,VALUE,60.00,200.00,80.00,30.00,60.00,60.00,60.00,1,,,
            """;
}
