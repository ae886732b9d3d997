package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the lines of an entry say of each dimension between them, as their sender wrote it: the only value of an entry
 * can be handed on to its other lines (domain.md, import rule 9). Who names two customers leaves it open whose the rest
 * is.
 */
public final class EntryValues {

    private final Map<String, OnLine> firstByDimension = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    /** Adds what line {@code number}, counted from 1 as sent, or a part of it says. */
    public void add(int number, Map<String, String> dimensions) {
        dimensions.forEach((dimension, value) -> {
            OnLine first = firstByDimension.computeIfAbsent(dimension, none -> new OnLine(value, number));
            if (!first.value().equals(value)) {
                ambiguous.add(dimension);
            }
        });
    }

    /** The only value that lines have of a dimension, and the first line with it; empty for none or several. */
    public Optional<OnLine> only(String dimension) {
        return ambiguous.contains(dimension) ? Optional.empty() : Optional.ofNullable(firstByDimension.get(dimension));
    }

    /** A value, and the line it stands on, counted from 1. */
    public record OnLine(String value, int line) {
        public OnLine {
            requireNonNull(value, "value");
        }
    }
}
