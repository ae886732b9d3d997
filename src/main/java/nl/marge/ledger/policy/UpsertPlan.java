package nl.marge.ledger.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import nl.marge.kernel.Changes;

/** Tells apart what an upsert creates, replaces and leaves as it is. */
final class UpsertPlan {

    private UpsertPlan() {}

    /** The changes that make all of {@code wanted} so; {@code isSame} compares all but the version. */
    static <T> Changes<T> changes(List<T> wanted, Function<T, Optional<T>> before, BiPredicate<T, T> isSame) {
        List<T> created = new ArrayList<>();
        List<T> updated = new ArrayList<>();
        for (T rule : wanted) {
            Optional<T> found = before.apply(rule);
            if (found.isEmpty()) {
                created.add(rule);
            } else if (!isSame.test(rule, found.get())) {
                updated.add(rule);
            }
        }
        return new Changes<>(created, updated, wanted.size() - created.size() - updated.size());
    }
}
