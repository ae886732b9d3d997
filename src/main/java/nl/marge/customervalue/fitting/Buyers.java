package nl.marge.customervalue.fitting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.renewal.ContractSums;
import nl.marge.customervalue.renewal.Renewals.Term;

/**
 * Who bought, by segment, as of the end of a day; without segments all stand under the empty name, and with them those
 * who belong to none.
 */
public record Buyers(SortedMap<String, List<Buyer>> bySegment, int end) {

    /** The name of no segment. */
    public static final String NO_SEGMENT = "";

    public Buyers {
        bySegment = Collections.unmodifiableSortedMap(new TreeMap<>(bySegment));
    }

    /** Those of {@code histories} who had bought by epoch day {@code end}. */
    public static Buyers of(Histories histories, int end) {
        SortedMap<String, List<Buyer>> bySegment = new TreeMap<>();
        for (CustomerDays days : histories.customers()) {
            Buyer.asOf(days, end).ifPresent(buyer -> bySegment
                    .computeIfAbsent(segment(histories, days), none -> new ArrayList<>())
                    .add(buyer));
        }
        return new Buyers(bySegment, end);
    }

    /** The same, under a contract that is renewed each {@code period}; without one as they buy. */
    public static Buyers of(Histories histories, Optional<Term> period, int end) {
        Buyers buyers = of(histories, end);
        if (period.isEmpty()) {
            return buyers;
        }
        SortedMap<String, List<Buyer>> bySegment = new TreeMap<>();
        buyers.bySegment.forEach((segment, of) -> bySegment.put(
                segment,
                of.stream()
                        .map(buyer -> buyer.under(ContractSums.of(histories, buyer.days(), period.get(), end)
                                .orElseThrow()))
                        .toList()));
        return new Buyers(bySegment, end);
    }

    /** The code of the segment a customer belongs to. */
    public static String segment(Histories histories, CustomerDays days) {
        return days.segment() == 0
                ? NO_SEGMENT
                : histories.reference().dimensions().value(days.segment()).code();
    }

    /** The purchase histories of some buyers, numbered in their order. */
    public static PurchaseGroups groups(List<Buyer> buyers) {
        PurchaseGroups.Builder groups = PurchaseGroups.ofDays();
        buyers.forEach(buyer -> groups.add(buyer.history()));
        return groups.build();
    }

    /** The purchase histories of each segment. */
    SortedMap<String, PurchaseGroups> groups() {
        SortedMap<String, PurchaseGroups> groups = new TreeMap<>();
        bySegment.forEach((segment, buyers) -> groups.put(segment, groups(buyers)));
        return groups;
    }

    /** All of them, segment by segment. */
    List<Buyer> all() {
        return bySegment.values().stream().flatMap(List::stream).toList();
    }
}
