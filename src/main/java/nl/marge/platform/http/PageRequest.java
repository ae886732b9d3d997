package nl.marge.platform.http;

import java.util.List;

/**
 * Which page of a list is asked for: at most {@code limit} items that come after the key {@code after}; empty for the
 * first page. A list reads {@link #fetch} items in the stable order of its key and wraps them by {@link Page#of}.
 */
public record PageRequest(int limit, List<String> after) {

    /** Items in a page unless the caller says otherwise. */
    public static final int LIMIT_DEFAULT = 100;

    /** Items in a page at most. */
    public static final int LIMIT_MAX = 1_000;

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit " + limit + " is not 1 to " + LIMIT_MAX);
        }
        after = List.copyOf(after);
    }

    /** How many items to read: one more than the page holds, which tells whether another page follows. */
    public int fetch() {
        return limit + 1;
    }

    /** Whether the list is read from its start. */
    public boolean isFirst() {
        return after.isEmpty();
    }
}
