package nl.marge.customervalue.rfm;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.cube.asked.AskedReport;
import nl.marge.customervalue.asked.HistoryParameters;
import nl.marge.customervalue.history.HistoryQuery;
import nl.marge.kernel.Money;
import nl.marge.platform.http.QueryParameters;

/**
 * What a caller asks of RFM.
 *
 * @param asOf the day from which recency is counted back, not before the end of the range
 */
record RfmQuery(HistoryQuery histories, LocalDate asOf, RfmTable.Method method) {

    private static final String AS_OF = "asOf";

    RfmQuery {
        requireNonNull(histories, "histories");
        requireNonNull(asOf, "asOf");
        requireNonNull(method, "method");
    }

    /** Reads the query; what is wrong is noted with it, and then it is of no use. */
    static Optional<RfmQuery> read(AskedReport asked) {
        QueryParameters query = asked.query();
        RfmTable.Money money = query.choice("money", RfmTable.Money.MARGIN);
        int decimals = asked.company().decimals();
        RfmTable.Method method = new RfmTable.Method(
                cuts(query, "recencyCuts", 0, "days such as 30,60,90,180"),
                cuts(query, "frequencyCuts", 0, "numbers of days such as 2,3,5,10"),
                cuts(query, "moneyCuts", decimals, "amounts such as 100,500,1000,5000"),
                money);
        Optional<LocalDate> asOf = query.date(AS_OF);
        return HistoryParameters.read(asked, false).map(histories -> {
            LocalDate last = histories.range().last();
            LocalDate today = asked.moment().today();
            if (!query.isWrong("from") && !query.isWrong("to") && last.isAfter(today)) {
                query.invalid(
                        "to",
                        "to is " + histories.range().to() + ", which ends after today, " + today
                                + ". Of days to come nothing is known. Give a day or period that is over.");
            }
            asOf.filter(day -> day.isBefore(last))
                    .ifPresent(day -> query.invalid(
                            AS_OF,
                            "asOf " + day + " is before the end of the range, " + last
                                    + ": purchases would lie after it. Give that day or a later one."));
            return new RfmQuery(histories, asOf.orElse(last), method);
        });
    }

    /** Cut-offs that ascend; read in minor units where they have decimals. */
    private static Optional<Cuts> cuts(QueryParameters query, String name, int decimals, String example) {
        List<Long> cuts = query.list(
                name,
                text -> Money.read(text, decimals) instanceof Money.Reading.Amount amount
                        ? Optional.of(amount.minorUnits())
                        : Optional.empty(),
                example + ", each with at most " + decimals + " decimals");
        if (cuts.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt fault = Cuts.fault(cuts);
        if (fault.isPresent()) {
            query.invalid(
                    name,
                    name + " has " + cuts.size() + " cut-offs"
                            + (cuts.size() == Cuts.COUNT ? " that do not ascend" : "") + ". Give " + Cuts.COUNT
                            + " that ascend, " + example + ".");
        }
        return fault.isPresent() ? Optional.empty() : Optional.of(new Cuts(cuts));
    }

    /** What the answer depends on besides the books. */
    List<String> normalForm() {
        List<String> form = new ArrayList<>(histories.normalForm());
        form.add("asOf=" + asOf);
        form.add(method.toString());
        return form;
    }
}
