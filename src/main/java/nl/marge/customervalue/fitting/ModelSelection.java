package nl.marge.customervalue.fitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.PurchaseFits;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.holdout.HoldoutReport;
import nl.marge.customervalue.holdout.Tracking;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.purchase.PurchaseGroups;

/**
 * Which of the models asked for is taken: the one that erred least in the time held out, without any the likeliest; and
 * how it told that time. Of all customers together. Pure.
 */
final class ModelSelection {

    private static final double WEEK_DAYS = 7;

    private final FitRequest request;
    private final Histories histories;
    private final Consumer<String> warnings;

    ModelSelection(FitRequest request, Histories histories, Consumer<String> warnings) {
        this.request = request;
        this.histories = histories;
        this.warnings = warnings;
    }

    /** The model that is taken, with what it told of the time held out. */
    record Chosen(ModelKind kind, Optional<HoldoutReport> holdout, List<Tracking> tracking) {}

    /** The model, of {@code buyers} who bought by the end of the range. */
    Chosen chosen(Buyers buyers) {
        List<ModelKind> kinds = carried(request.model().kinds(), buyers);
        if (request.calibrationTo().isEmpty()) {
            return new Chosen(kinds.get(0), Optional.empty(), List.of());
        }
        int calibrated = Math.toIntExact(request.calibrationTo().get().toEpochDay());
        List<Buyer> known = Buyers.of(histories, calibrated).all();
        PurchaseGroups groups = Buyers.groups(known);
        int[] actual = known.stream()
                .mapToInt(buyer -> Buyer.purchases(buyer.days(), calibrated, end()))
                .toArray();
        List<ModelKind> fitted = new ArrayList<>();
        List<PurchaseModel> models = new ArrayList<>();
        List<HoldoutReport> reports = new ArrayList<>();
        for (ModelKind kind : kinds) {
            PurchaseFits.model(PurchaseFits.fit(kind, groups)).ifPresent(model -> {
                fitted.add(kind);
                models.add(model);
                reports.add(HoldoutReport.of(model, groups, actual, (end() - calibrated) / WEEK_DAYS));
            });
        }
        if (fitted.isEmpty()) {
            warnings.accept("Up to " + request.calibrationTo().get()
                    + " the data cannot carry a model, so nothing is held against the time after it. Give a later"
                    + " calibrationTo, or a wider filter.");
            return new Chosen(kinds.get(0), Optional.empty(), List.of());
        }
        int at = HoldoutReport.best(IntStream.range(0, reports.size()).boxed().toList(), reports);
        return new Chosen(
                fitted.get(at),
                Optional.of(reports.get(at)),
                Tracking.weekly(models.get(at), groups, repeatsByDay(known)));
    }

    /** The models that all data can carry, the likeliest first; where none is, as they were asked for. */
    private static List<ModelKind> carried(List<ModelKind> kinds, Buyers buyers) {
        if (kinds.size() == 1) {
            return kinds;
        }
        PurchaseGroups groups = Buyers.groups(buyers.all());
        List<Fit> fits = PurchaseFits.byLikelihood(
                kinds.stream().map(kind -> PurchaseFits.fit(kind, groups)).toList());
        List<ModelKind> usable = fits.stream()
                .filter(fit -> fit.status().isUsable())
                .map(fit -> ModelKind.valueOf(fit.model()))
                .toList();
        return usable.isEmpty() ? kinds : usable;
    }

    /** Repeat purchases of the customers known at calibration, by day from the first purchase of the first of them. */
    private int[] repeatsByDay(List<Buyer> known) {
        int oldest = known.stream().mapToInt(Buyer::firstDay).min().orElse(end());
        int[] repeats = new int[end() - oldest + 1];
        for (Buyer buyer : known) {
            CustomerDays days = buyer.days();
            for (int i = 0; i < days.size(); i++) {
                if (days.isPurchase(i) && days.day(i) > buyer.firstDay()) {
                    repeats[days.day(i) - oldest]++;
                }
            }
        }
        return repeats;
    }

    private int end() {
        return Math.toIntExact(histories.last().toEpochDay());
    }
}
