package nl.marge.customervalue.valuation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.customervalue.fitting.Estimates;
import nl.marge.customervalue.fitting.FitProof;
import nl.marge.customervalue.fitting.ValueFits;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;

/** Tells a valuation as JSON and as CSV. Statistics have six decimals: more says nothing. */
final class ValuationAnswers {

    private static final int DECIMALS = 6;
    private static final double NORMAL_95 = 1.959963984540054;

    private final Valuation valuation;
    private final String fit;
    private final int decimals;

    ValuationAnswers(Valuation valuation, String fit) {
        this.valuation = valuation;
        this.fit = fit;
        this.decimals = valuation.histories().reference().company().decimals();
    }

    /** What the histories behind it miss of the ledger. */
    String difference() {
        return proof().difference();
    }

    /** In which order customers are told, and how many. */
    enum Order {
        CUSTOMER,
        BEST_FIRST,
        WORST_FIRST
    }

    CustomersBody customers(Order order, int limit) {
        List<CustomerValue> ordered = ordered(order);
        List<CustomerValue> told = ordered.subList(0, Math.min(limit, ordered.size()));
        return new CustomersBody(
                currency(),
                basis(),
                told.stream().map(this::row).toList(),
                others(ordered, limit),
                amount(valuation.total()),
                proof(),
                watermark());
    }

    /** The customers beyond the limit, together. */
    private Optional<CustomersBody.Others> others(List<CustomerValue> ordered, int limit) {
        List<CustomerValue> beyond = ordered.subList(Math.min(limit, ordered.size()), ordered.size());
        BigInteger value = beyond.stream().map(CustomerValue::value).reduce(BigInteger.ZERO, BigInteger::add);
        return Optional.of(new CustomersBody.Others(beyond.size(), amount(value)))
                .filter(others -> others.customers() > 0);
    }

    void writeCustomers(OutputStream out, CsvStyle style, Order order, int limit) throws IOException {
        List<String> header = List.of(CustomersBody.EXAMPLE_CSV.split("\n")[0].split(","));
        try (CsvTable table = new CsvTable(out, style, header)) {
            List<CustomerValue> ordered = ordered(order);
            ordered.stream().limit(limit).map(this::row).forEach(row -> {
                table.text(row.customer());
                table.text(row.name());
                table.text(row.segment());
                table.decimal(row.value());
                table.decimal(text(row.probabilityAlive()));
                table.decimal(text(row.purchasesNextYear()));
                table.decimal(text(row.discountedPurchases()));
                table.decimal(text(row.discountedAliveWeeks()));
                table.decimal(row.marginPerPurchase());
                table.decimal(text(row.marginCredibility()));
                table.decimal(row.costToServePerWeek());
                table.decimal(Integer.toString(row.purchases()));
                table.text(row.firstPurchase());
                table.text(row.lastPurchase());
                table.decimal(row.realisedValue());
                table.endRow();
            });
            others(ordered, limit).ifPresent(others -> {
                table.text("");
                table.text("(" + others.customers() + " others)");
                table.text("");
                table.decimal(others.value());
                for (int i = 4; i < header.size(); i++) {
                    table.empty();
                }
                table.endRow();
            });
        }
    }

    private List<CustomerValue> ordered(Order order) {
        List<CustomerValue> ordered = new ArrayList<>(valuation.customers());
        Comparator<CustomerValue> byCode = Comparator.comparing(of -> value(of).code());
        Comparator<CustomerValue> byValue = Comparator.comparing(CustomerValue::value);
        ordered.sort(
                switch (order) {
                    case CUSTOMER -> byCode;
                    case BEST_FIRST -> byValue.reversed().thenComparing(byCode);
                    case WORST_FIRST -> byValue.thenComparing(byCode);
                });
        return ordered;
    }

    private CustomersBody.Row row(CustomerValue of) {
        DimensionValue customer = value(of);
        return new CustomersBody.Row(
                customer.code(),
                customer.name(),
                of.segment(),
                amount(of.value()),
                rounded(of.probabilityAlive()),
                rounded(of.purchasesNextYear()),
                rounded(of.discountedPurchases()),
                rounded(of.discountedAliveWeeks()),
                Estimates.price(of.margin(), decimals),
                rounded(of.marginCredibility()),
                Estimates.price(of.costToServe(), decimals),
                of.buyer().history().repeats() + 1,
                day(of.buyer().firstDay()),
                day(of.buyer().firstDay() + of.buyer().history().recency()),
                amount(of.realised()),
                ValueFits.path(company(), fit) + "/explain/" + customer.code());
    }

    SegmentsBody segments() {
        return new SegmentsBody(
                currency(),
                basis(),
                valuation.segments().stream().map(this::segment).toList(),
                amount(valuation.total()),
                amount(valuation.histories().unassigned().acquisition()),
                proof(),
                watermark());
    }

    void writeSegments(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = List.of(SegmentsBody.EXAMPLE_CSV.split("\n")[0].split(","));
        try (CsvTable table = new CsvTable(out, style, header)) {
            valuation.segments().stream().map(this::segment).forEach(row -> {
                table.text(row.segment());
                table.decimal(Integer.toString(row.customers()));
                table.decimal(row.value());
                decimal(table, row.standardError());
                decimal(table, row.valuePerCustomer());
                table.decimal(row.realisedValue());
                table.decimal(row.newCustomer().beforeAcquisition());
                decimal(table, row.newCustomer().acquisitionCost());
                table.decimal(row.newCustomer().value());
                decimal(table, row.newCustomer().valueToAcquisition().map(ValuationAnswers::text));
                decimal(table, row.newCustomer().paybackMonths().map(ValuationAnswers::text));
                table.endRow();
            });
        }
    }

    private SegmentsBody.Row segment(SegmentValue of) {
        double value = of.value().doubleValue();
        Optional<Double> half = of.standardError().map(error -> NORMAL_95 * error);
        return new SegmentsBody.Row(
                of.segment(),
                of.customers(),
                amount(of.value()),
                of.standardError().map(error -> Estimates.money(error, decimals)),
                half.map(by -> Estimates.money(value - by, decimals)),
                half.map(by -> Estimates.money(value + by, decimals)),
                of.customers() == 0 ? Optional.empty() : Optional.of(Estimates.money(value / of.customers(), decimals)),
                amount(of.realised()),
                newCustomer(of.newCustomer()));
    }

    private SegmentsBody.New newCustomer(NewCustomer of) {
        OptionalDouble cost = of.acquisitionCost();
        return new SegmentsBody.New(
                rounded(of.discountedPurchases()),
                rounded(of.discountedAliveWeeks()),
                Estimates.money(of.beforeAcquisition(), decimals),
                money(cost),
                Estimates.money(of.afterAcquisition(), decimals),
                cost.isPresent() ? Optional.of(rounded(of.beforeAcquisition() / cost.getAsDouble())) : Optional.empty(),
                cost.isPresent() ? boxed(of.paybackMonths()) : Optional.empty());
    }

    PaybackBody payback(int months) {
        List<PaybackBody.Row> rows = new ArrayList<>();
        for (SegmentValue of : valuation.segments()) {
            List<Double> brought = of.newCustomer().months(months);
            List<PaybackBody.Month> told = new ArrayList<>();
            for (int month = 0; month < brought.size(); month++) {
                told.add(new PaybackBody.Month(month, Estimates.money(brought.get(month), decimals)));
            }
            SegmentsBody.New customer = newCustomer(of.newCustomer());
            rows.add(new PaybackBody.Row(of.segment(), customer.acquisitionCost(), customer.paybackMonths(), told));
        }
        return new PaybackBody(currency(), basis(), rows, proof(), watermark());
    }

    void writePayback(OutputStream out, CsvStyle style, int months) throws IOException {
        List<String> header = List.of(PaybackBody.EXAMPLE_CSV.split("\n")[0].split(","));
        try (CsvTable table = new CsvTable(out, style, header)) {
            payback(months).segments().forEach(row -> row.months().forEach(month -> {
                table.text(row.segment());
                decimal(table, row.acquisitionCost());
                decimal(table, row.paybackMonths().map(ValuationAnswers::text));
                table.decimal(Integer.toString(month.month()));
                table.decimal(month.cumulative());
                table.endRow();
            }));
        }
    }

    CustomersBody.Basis basis() {
        Terms terms = valuation.terms();
        return new CustomersBody.Basis(
                fit,
                valuation.fit().pooled().status().name(),
                valuation.fit().model(),
                valuation.histories().last().toString(),
                terms.horizonText(),
                terms.rate().value().toPlainString(),
                AnnualRate.BASIS);
    }

    FitProof proof() {
        return FitProof.of(valuation.histories());
    }

    String watermark() {
        return valuation.histories().watermark().toString();
    }

    String currency() {
        return valuation.histories().reference().company().currency();
    }

    private String company() {
        return valuation.histories().reference().company().code();
    }

    private DimensionValue value(CustomerValue of) {
        return valuation
                .histories()
                .reference()
                .dimensions()
                .value(of.buyer().days().customer());
    }

    static double rounded(double statistic) {
        return new BigDecimal(statistic)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    static String text(double statistic) {
        return new BigDecimal(statistic)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }

    private Optional<String> money(OptionalDouble minorUnits) {
        return boxed(minorUnits).map(of -> Estimates.money(of, decimals));
    }

    private static Optional<Double> boxed(OptionalDouble of) {
        return of.isPresent() ? Optional.of(rounded(of.getAsDouble())) : Optional.empty();
    }

    private static void decimal(CsvTable table, Optional<String> text) {
        text.ifPresentOrElse(table::decimal, table::empty);
    }
}
