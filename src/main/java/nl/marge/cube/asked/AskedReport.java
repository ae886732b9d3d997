package nl.marge.cube.asked;

import static java.util.Objects.requireNonNull;

import nl.marge.company.Company;
import nl.marge.cube.CubeView;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;

/** A request for a report: its parameters, and the books as they are at its moment. */
public record AskedReport(Company company, QueryParameters query, LedgerMoment moment, CubeView view) {
    public AskedReport {
        requireNonNull(company, "company");
        requireNonNull(query, "query");
        requireNonNull(moment, "moment");
        requireNonNull(view, "view");
    }

    /** What the books are known by. */
    public String watermark() {
        return moment.watermark().toString();
    }

    public Reference reference() {
        return moment.reference();
    }
}
