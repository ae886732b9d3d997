package nl.marge.ledger.setting;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The dimensions, by id, whose values no reclassification may change, and the version they were said with. */
public record LockedDimensions(Set<Integer> ids, long version) {

    /** The picture of a company that has set nothing. */
    public static final LockedDimensions NONE = new LockedDimensions(Set.of(), 0);

    public LockedDimensions {
        ids = Set.copyOf(ids);
    }

    /** Whether the dimension of that id is locked. */
    public boolean contains(int dimensionId) {
        return ids.contains(dimensionId);
    }

    /** The ids as they are stored. */
    public String content() {
        return new TreeSet<>(ids).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static LockedDimensions of(String content, long version) {
        return new LockedDimensions(
                Arrays.stream(content.split(","))
                        .filter(id -> !id.isEmpty())
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                version);
    }

    static LockedDimensions load(Handle handle, int companyId) {
        Optional<LockedDimensions> said = handle.createQuery("""
                        select dimensions, version
                        from reclassification_lock
                        where company_id = :companyId
                        order by version desc
                        limit 1
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> of(row.getString("dimensions"), row.getLong("version")))
                .findOne();
        return said.orElse(NONE);
    }
}
