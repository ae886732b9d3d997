package nl.marge.customervalue.cohort;

/** The answer that the contract shows: two customers of January 2026, won for 90. */
final class CohortExample {

    static final String JSON = """
            {"currency":"EUR","from":"2026-01","to":"2026-02","scenario":"ACTUAL","of":"CUSTOMER","segmentBy":null,
            "measure":"CM4","grain":"MONTH","silence":"P6M","observedThrough":"2026-02-15","annualRate":null,
            "cohorts":[{"cohort":"2026-01","segment":null,"segmentName":null,"customers":2,"acquisitionCost":"90.00",
            "cac":{"value":"45.00","missing":null},"valueToDate":"125.00",
            "valueToCac":{"value":"1.39","missing":null},"payback":{"value":null,"missing":"NOT_YET"},
            "cells":[{"age":0,"customersActive":2,"netRevenue":"300.00","margin":"85.00","logoRetention":"100.00",
            "revenueRetention":"100.00","marginRetention":"100.00","cumulativeValue":"85.00",
            "cumulativePerCustomer":"42.50"},null],"running":{"netRevenue":"100.00","margin":"40.00"},
            "earlier":{"netRevenue":"0.00","margin":"0.00"}}],"segmentCohorts":[],
            "total":{"segment":null,"segmentName":null,"customers":2,"netRevenue":"400.00","margin":"125.00",
            "acquisitionCost":"90.00","cac":{"value":"45.00","missing":null},"valueToDate":"125.00",
            "valueToCac":{"value":"1.39","missing":null},"observed":0,"lost":0,"survival":[]},"segments":[],
            "before":{"customers":0,"netRevenue":"0.00","margin":"0.00","acquisitionCost":"0.00"},
            "withoutPurchase":{"customers":0,"netRevenue":"0.00","margin":"0.00","acquisitionCost":"0.00"},
            "unassigned":{"customers":0,"netRevenue":"0.00","margin":"0.00","acquisitionCost":"0.00"},
            "capacity":{"customers":0,"netRevenue":"0.00","margin":"0.00","acquisitionCost":"0.00"},
            "company":{"netRevenue":"400.00","margin":"125.00","acquisitionCost":"90.00","value":"35.00",
            "difference":"0.00"},"reconciliation":{"ledger":"35.00","reported":"35.00","difference":"0.00",
            "unassigned":"0.00","unallocated":"0.00","allocationRuns":[]},
            "watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String CSV = """
            row_kind,scope,cohort,segment,segment_name,customers,age,customers_active,net_revenue,margin,\
            acquisition_cost,logo_retention,revenue_retention,margin_retention,\
            cumulative_value,cumulative_per_customer,cac,value_to_date,value_to_cac,payback
            COHORT,ALL,2026-01,,,2,,,,,90.00,,,,,,45.00,125.00,1.39,
            CELL,ALL,2026-01,,,2,0,2,300.00,85.00,,100.00,100.00,100.00,85.00,42.50,,,,
            CELL,ALL,2026-01,,,2,1,,,,,,,,,,,,,
            RUNNING,ALL,2026-01,,,2,,,100.00,40.00,,,,,,,,,,
            """;

    private CohortExample() {}
}
