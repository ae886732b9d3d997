package nl.marge.allocation.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.measure.LedgerDriver;
import nl.marge.allocation.measure.LedgerMeasure;
import nl.marge.allocation.measure.LedgerMeasurement;
import nl.marge.allocation.measure.PoolOverlap;
import nl.marge.allocation.measure.PoolSource;
import nl.marge.allocation.measure.ReceiverQuantity;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.measure.SourceCells;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.setting.AccountSelection;

/** What the ledger gives a run, in the words of its settings. */
final class LedgerFacts {

    private final LedgerMeasurement measurement;
    private final AllocationSettings settings;
    private final DimensionReference dimensions;

    LedgerFacts(LedgerMeasurement measurement, AllocationSettings settings) {
        this.measurement = measurement;
        this.settings = settings;
        this.dimensions = measurement.reference().dimensions();
    }

    /** The cells of each rule's pool, by pool code; pools that share a cost are noted. */
    Map<String, List<SourceCell>> cells(List<AllocationRule> rules, Violations violations) {
        List<PoolSource> sources = rules.stream()
                .map(rule -> source(settings.pool(rule.pool()).orElseThrow()))
                .toList();
        SourceCells found = measurement.sources(sources);
        found.overlaps().forEach(overlap -> noteOverlap(overlap, sources, violations));
        Map<String, List<SourceCell>> byPool = new LinkedHashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            byPool.put(sources.get(i).code(), found.byPool().get(i));
        }
        return byPool;
    }

    /** The cells of some pools, in their order; one that two of them claim is with both. */
    List<List<SourceCell>> cellsOf(List<CostPool> pools) {
        return measurement.sources(pools.stream().map(this::source).toList()).byPool();
    }

    private PoolSource source(CostPool pool) {
        return new PoolSource(pool.code(), AccountSelection.of(pool.accounts(), List.of()), filter(pool.filter()));
    }

    /** A filter that was well formed when it was set; values it names cannot have gone. */
    private DimensionFilter filter(String text) {
        Violations wrong = new Violations();
        DimensionFilter filter = DimensionFilter.read(text, dimensions, wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "filter " + text + " of a setting cannot be read any more: " + wrong.listed());
        }
        return filter;
    }

    private void noteOverlap(PoolOverlap overlap, List<PoolSource> sources, Violations violations) {
        SourceCell example = overlap.example();
        int decimals = measurement.reference().company().decimals();
        violations.add(
                "/cycle",
                ViolationCode.POOLS_OVERLAP,
                "Pools " + sources.get(overlap.pool()).code() + " and "
                        + sources.get(overlap.otherPool()).code() + " share cost: "
                        + Money.text(example.amount(), decimals) + " on account "
                        + measurement.reference().account(example.accountId()).code() + ", for example ("
                        + overlap.cells()
                        + " combinations in all). Each cost is allocated once: narrow the accounts or the filter of"
                        + " one of them.");
    }

    /** The quantities of a driver that the ledger measures, by receiver text in byte order. */
    List<DriverQuantity> quantities(Driver driver) {
        Driver.FromLedger from = driver.fromLedger().orElseThrow();
        List<Dimension> receiving =
                driver.receivers().stream().map(dimensions::requireDimension).toList();
        LedgerDriver measured = new LedgerDriver(
                driver.code(),
                LedgerMeasure.valueOf(from.measure().name()),
                from.distinct().map(dimensions::requireDimension),
                AccountSelection.of(from.accounts(), List.of()),
                filter(from.filter()),
                receiving);
        List<DriverQuantity> quantities = new ArrayList<>();
        for (ReceiverQuantity quantity : measurement.quantities(measured).receivers()) {
            quantities.add(new DriverQuantity(receiver(receiving, quantity), Quantities.decimal(quantity.quantity())));
        }
        quantities.sort((a, b) -> a.receiver().compareTo(b.receiver()));
        return quantities;
    }

    private Receiver receiver(List<Dimension> receiving, ReceiverQuantity quantity) {
        Map<String, String> codes = new TreeMap<>();
        for (int i = 0; i < receiving.size(); i++) {
            codes.put(
                    receiving.get(i).code(),
                    dimensions.value(quantity.valueIds().get(i)).code());
        }
        return Receiver.Values.of(codes);
    }
}
