package nl.marge.dimension.definition;

import java.util.List;
import nl.marge.kernel.Upsert.Counts;

/** What an accepted upsert comes to: records to insert, records to replace, and how many were already so. */
record Changes<T>(List<T> created, List<T> updated, int unchanged) {
    Changes {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
    }

    boolean isEmpty() {
        return created.isEmpty() && updated.isEmpty();
    }

    Counts counts() {
        return new Counts(created.size(), updated.size(), unchanged);
    }
}
