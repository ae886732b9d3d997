package nl.marge.platform.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list: its items, and the cursor of the next page unless this is the last. */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
        requireNonNull(next, "next");
    }

    /** The page of what {@link PageRequest#fetch} read; {@code key} gives the key by which the list is ordered. */
    public static <T> Page<T> of(PageRequest request, List<T> fetched, Function<T, List<String>> key) {
        if (fetched.size() <= request.limit()) {
            return new Page<>(fetched, Optional.empty());
        }
        List<T> items = fetched.subList(0, request.limit());
        return new Page<>(items, Optional.of(Cursor.of(key.apply(items.get(items.size() - 1)))));
    }

    /** The page of a list that stands in memory, ordered by the one text that {@code key} gives. */
    public static <T> Page<T> ofOrdered(PageRequest request, List<T> ordered, Function<T, String> key) {
        int first = request.isFirst() ? 0 : after(request.after().get(0), ordered, key);
        int end = Math.min(first + request.fetch(), ordered.size());
        return of(request, ordered.subList(first, end), item -> List.of(key.apply(item)));
    }

    private static <T> int after(String last, List<T> ordered, Function<T, String> key) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.apply(ordered.get(middle)).compareTo(last) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The same page with each item as it is shown. */
    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), next);
    }
}
