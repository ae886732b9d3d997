package nl.marge.cube;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.dimension.grouping.Stretches;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;

/**
 * The questions asked last, with what they remember, so that the same report is not added up twice; given up when
 * memory is short.
 */
@ApplicationScoped
public class Questions {

    /** So many different things are remembered. */
    private static final int KEPT_LIMIT = 256;

    private final Map<String, SoftReference<Object>> kept = new LinkedHashMap<>();

    /** The question remembered under {@code key}, which must tell the company and reference version too. */
    public Question question(String key, Supplier<Question> made) {
        return remembered(key, Question.class, made);
    }

    /** The grouping of a company's dimension sets by {@code by}, of what {@code selection} lets through. */
    public SetGrouping grouping(Reference reference, GroupBy by, LineSelection selection) {
        String key = String.join(
                "&",
                reference.company().id() + "/" + reference.version(),
                by.terms().toString(),
                selection.filter().text(),
                selection.membership().fixedDay().toString());
        return remembered(
                key,
                SetGrouping.class,
                () -> new SetGrouping(reference.dimensions(), by, selection.filter(), selection.membership()));
    }

    /** The same by each line's own membership date. */
    public SetGrouping groupingAsWas(Reference reference, GroupBy by, DimensionFilter filter) {
        String key =
                "was&" + reference.company().id() + "/" + reference.version() + "&" + by.terms() + "&" + filter.text();
        return remembered(
                key,
                SetGrouping.class,
                () -> new SetGrouping(reference.dimensions(), by, filter, new MembershipMode.AsWas()));
    }

    /** The stretches of the dimension sets that {@code view} sees and one of {@code filters} admits. */
    public Stretches stretches(Reference reference, List<DimensionFilter> filters, CubeView view) {
        List<String> texts = filters.stream().map(DimensionFilter::text).toList();
        String key = reference.company().id() + "/" + reference.version() + "/" + view.number() + "&" + texts;
        return remembered(key, Stretches.class, () -> view.stretches(reference.dimensions(), filters));
    }

    /**
     * What was made of a company's books and is asked for again and again; {@code key} must tell the company, the
     * reference version and, where it matters, the last entry seen. Two who ask at once may both make it; then both get
     * the same.
     */
    public <T> T remembered(String key, Class<T> type, Supplier<T> made) {
        String typedKey = type.getSimpleName() + key;
        Object found = found(typedKey);
        return type.cast(found == null ? kept(typedKey, made.get()) : found);
    }

    /** What is remembered, as the last to be given up; null when there is none. */
    private synchronized Object found(String typedKey) {
        SoftReference<Object> reference = kept.remove(typedKey);
        Object found = reference == null ? null : reference.get();
        if (found != null) {
            kept.put(typedKey, reference);
        }
        return found;
    }

    private synchronized Object kept(String typedKey, Object made) {
        Object before = found(typedKey);
        if (before != null) {
            return before;
        }
        kept.put(typedKey, new SoftReference<>(made));
        if (kept.size() > KEPT_LIMIT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return made;
    }
}
