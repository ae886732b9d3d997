package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Texts;
import nl.marge.platform.http.QueryParameters;

/**
 * How long items take from order to delivery, in months: what an attribute of the item says, or else the same for all.
 *
 * @param common of items that say none
 * @param attribute that items say theirs by; empty when nobody asked for one
 * @param byItem what items say, by value id
 */
record LeadTimes(BigDecimal common, Optional<String> attribute, Map<Integer, BigDecimal> byItem) {

    static final String COMMON = "leadTimeMonths";
    static final String ATTRIBUTE = "leadTimeAttribute";

    /** So many items are named of those whose attribute cannot be read. */
    private static final int EXAMPLES = 3;

    LeadTimes {
        requireNonNull(common, "common");
        requireNonNull(attribute, "attribute");
        byItem = Map.copyOf(byItem);
    }

    /** Reads both parameters; what is wrong is noted with the query. */
    static LeadTimes read(QueryParameters query, Optional<Dimension> items, DimensionReference reference) {
        BigDecimal common = PlainDecimal.read(query, COMMON, "1");
        Optional<String> attribute = query.text(ATTRIBUTE);
        if (attribute.isEmpty() || items.isEmpty()) {
            return new LeadTimes(common, attribute, Map.of());
        }
        Map<Integer, BigDecimal> byItem = new HashMap<>();
        List<String> unreadable = new ArrayList<>();
        String name = attribute.get();
        boolean known = false;
        for (DimensionValue item : reference.valuesInOrder(items.get().id())) {
            String text = item.attributes().get(name);
            known |= text != null;
            if (text != null) {
                PlainDecimal.of(text)
                        .ifPresentOrElse(
                                months -> byItem.put(item.id(), months),
                                () -> unreadable.add(item.code() + " (\"" + Texts.excerpt(text) + "\")"));
            }
        }
        if (!known) {
            query.invalid(
                    ATTRIBUTE,
                    "No value of " + items.get().code() + " has an attribute \"" + Texts.excerpt(name)
                            + "\". Give the values one, or correct the name.");
        }
        noteUnreadable(query, name, unreadable);
        return new LeadTimes(common, attribute, byItem);
    }

    /** The lead time of an item, in months. */
    BigDecimal of(int itemId) {
        return byItem.getOrDefault(itemId, common);
    }

    private static void noteUnreadable(QueryParameters query, String name, List<String> unreadable) {
        if (!unreadable.isEmpty()) {
            query.invalid(
                    ATTRIBUTE,
                    "Attribute \"" + Texts.excerpt(name) + "\" is no lead time in months on " + unreadable.size()
                            + " values, such as "
                            + String.join(", ", unreadable.subList(0, Math.min(EXAMPLES, unreadable.size())))
                            + ". Give each " + PlainDecimal.FORM + ".");
        }
    }
}
