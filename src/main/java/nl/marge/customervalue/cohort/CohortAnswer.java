package nl.marge.customervalue.cohort;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.answer.HistoryProof;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.survival.Lifetimes;
import nl.marge.customervalue.survival.Survival;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;

/** Tells a table of cohorts. */
final class CohortAnswer {

    private static final int SHARE_DECIMALS = 4;

    private final Cohorts.Made made;
    private final CohortQuery query;
    private final CohortTable table;
    private final Histories histories;
    private final DimensionReference dimensions;
    private final CohortFigures figures;

    CohortAnswer(Cohorts.Made made) {
        this.made = made;
        this.query = made.query();
        this.table = made.table();
        this.histories = made.histories();
        this.dimensions = histories.reference().dimensions();
        this.figures = new CohortFigures(histories.reference().company().decimals());
    }

    CohortBody body() {
        return new CohortBody(
                histories.reference().company().currency(),
                histories.query().range().from(),
                histories.query().range().to(),
                histories.query().selection().scenario(),
                histories.query().customers().code(),
                histories.query().segments().map(Dimension::code),
                histories.query().measure(),
                query.calendar().grain(),
                query.silence().text(),
                query.calendar().observed().toString(),
                query.rate().map(rate -> rate.value().toPlainString()),
                table.all().stream()
                        .map(cohort -> row(cohort, Optional.empty()))
                        .toList(),
                segmentRows(),
                total(table.all(), Optional.empty()),
                segments().stream()
                        .map(segment -> total(table.segments().get(segment), value(segment)))
                        .toList(),
                apart(table.before()),
                apart(table.withoutPurchase()),
                apart(0, unassigned()),
                apart(0, amounts(histories.capacity())),
                company(),
                HistoryProof.of(histories, made.memo()),
                histories.watermark().toString(),
                histories.query().selection().membership().text());
    }

    /** Segments by code, none last. */
    private List<Integer> segments() {
        return table.segments().keySet().stream()
                .sorted(Comparator.comparingInt(
                        segment -> segment == 0 ? Integer.MAX_VALUE : dimensions.place(segment)))
                .toList();
    }

    private List<CohortBody.Row> segmentRows() {
        List<CohortBody.Row> rows = new ArrayList<>();
        for (int place = 0; place < table.calendar().size(); place++) {
            for (int segment : segments()) {
                Cohort cohort = table.segments().get(segment).get(place);
                if (cohort.customers() > 0 || cohort.acquisition().signum() != 0) {
                    rows.add(row(cohort, value(segment)));
                }
            }
        }
        return rows;
    }

    private Optional<DimensionValue> value(int segment) {
        return segment == 0 ? Optional.empty() : Optional.of(dimensions.value(segment));
    }

    private CohortBody.Row row(Cohort cohort, Optional<DimensionValue> segment) {
        return new CohortBody.Row(
                table.calendar().name(cohort.place()),
                segment.map(DimensionValue::code),
                segment.map(DimensionValue::name),
                cohort.customers(),
                figures.amount(cohort.acquisition()),
                figures.cac(cohort.acquisition(), cohort.customers()),
                figures.worth(cohort.worth()),
                figures.valueToCac(cohort.worth(), cohort.acquisition(), cohort.customers()),
                figures.payback(cohort),
                figures.cells(cohort),
                part(cohort.running()),
                part(cohort.earlier()));
    }

    private CohortBody.Total total(List<Cohort> cohorts, Optional<DimensionValue> segment) {
        Amounts amounts = cohorts.stream().map(Cohort::total).reduce(Amounts.NONE, Amounts::plus);
        BigInteger worth = cohorts.stream().map(Cohort::worth).reduce(BigInteger.ZERO, BigInteger::add);
        int customers = cohorts.stream().mapToInt(Cohort::customers).sum();
        Lifetimes lifetimes = new Lifetimes();
        cohorts.forEach(cohort -> lifetimes.addAll(cohort.lifetimes()));
        return new CohortBody.Total(
                segment.map(DimensionValue::code),
                segment.map(DimensionValue::name),
                customers,
                figures.amount(amounts.netRevenue()),
                figures.amount(amounts.margin()),
                figures.amount(amounts.acquisition()),
                figures.cac(amounts.acquisition(), customers),
                figures.worth(worth),
                figures.valueToCac(worth, amounts.acquisition(), customers),
                lifetimes.customers(),
                lifetimes.lost(),
                survival(lifetimes));
    }

    private List<CohortBody.Survivors> survival(Lifetimes lifetimes) {
        List<Survival.Point> points = Survival.after(query.survivalDays(), lifetimes);
        List<CohortBody.Survivors> told = new ArrayList<>();
        for (Survival.Point point : points) {
            told.add(new CohortBody.Survivors(
                    told.size(),
                    point.days(),
                    point.atRisk(),
                    point.lost(),
                    rounded(point.share()),
                    point.standardError().map(CohortAnswer::rounded)));
        }
        return told;
    }

    private static String rounded(BigDecimal share) {
        return share.setScale(SHARE_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    private CohortBody.Part part(Amounts amounts) {
        return new CohortBody.Part(figures.amount(amounts.netRevenue()), figures.amount(amounts.margin()));
    }

    private CohortBody.Apart apart(CohortTable.Apart apart) {
        return apart(apart.customers(), apart.amounts());
    }

    private CohortBody.Apart apart(int customers, Amounts amounts) {
        return new CohortBody.Apart(
                customers,
                figures.amount(amounts.netRevenue()),
                figures.amount(amounts.margin()),
                figures.amount(amounts.acquisition()));
    }

    private Amounts unassigned() {
        return amounts(histories.unassigned()).minus(new Amounts(BigInteger.ZERO, BigInteger.ZERO, table.campaigns()));
    }

    private CohortBody.Company company() {
        Amounts all = amounts(histories.total());
        Amounts told = table.total().plus(unassigned()).plus(amounts(histories.capacity()));
        return new CohortBody.Company(
                figures.amount(all.netRevenue()),
                figures.amount(all.margin()),
                figures.amount(all.acquisition()),
                figures.amount(all.value()),
                figures.amount(all.value().subtract(told.value())));
    }

    private static Amounts amounts(Histories.Sums sums) {
        return new Amounts(sums.netRevenue(), sums.profit(), sums.acquisition());
    }
}
