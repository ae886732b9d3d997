package nl.marge.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Upsert.Outcome;

/** What an accepted upsert comes to: records to insert, records to replace, and how many were already so. */
public record Changes<T>(List<T> created, List<T> updated, int unchanged) {
    public Changes {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
    }

    /**
     * What makes all of {@code wanted} so.
     *
     * @param before gives the record of the same code as it is now
     * @param isSame compares the wanted one with it, all but the version
     */
    public static <T> Changes<T> of(List<T> wanted, Function<T, Optional<T>> before, BiPredicate<T, T> isSame) {
        List<T> created = new ArrayList<>();
        List<T> updated = new ArrayList<>();
        for (T one : wanted) {
            Optional<T> found = before.apply(one);
            if (found.isEmpty()) {
                created.add(one);
            } else if (!isSame.test(one, found.get())) {
                updated.add(one);
            }
        }
        return new Changes<>(created, updated, wanted.size() - created.size() - updated.size());
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return created.isEmpty() && updated.isEmpty();
    }

    /** How the upsert of a single resource ended, which was {@code before}. */
    public Upsert<T> one(Optional<T> before) {
        if (!created.isEmpty()) {
            return new Upsert<>(created.get(0), Outcome.CREATED);
        }
        return updated.isEmpty()
                ? new Upsert<>(before.orElseThrow(), Outcome.UNCHANGED)
                : new Upsert<>(updated.get(0), Outcome.UPDATED);
    }

    /** How the upsert of many ended. */
    public Counts counts() {
        return new Counts(created.size(), updated.size(), unchanged);
    }
}
