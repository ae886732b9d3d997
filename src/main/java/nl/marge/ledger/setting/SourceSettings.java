package nl.marge.ledger.setting;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** How the entries of each source are taken. A source nobody spoke of is refused what is wrong or late. */
public final class SourceSettings {

    /** Nothing was said. */
    public static final SourceSettings NONE = new SourceSettings(List.of());

    private final NavigableMap<String, SourceSetting> byCode = new TreeMap<>();

    public SourceSettings(Collection<SourceSetting> settings) {
        settings.forEach(setting -> byCode.put(setting.code(), setting));
    }

    static SourceSettings load(Handle handle, int companyId) {
        return new SourceSettings(handle.createQuery("""
                        select code, mode, late_lines, version
                        from source_setting
                        where company_id = :companyId
                        order by code
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> new SourceSetting(
                        row.getString("code"),
                        SourceSetting.Mode.valueOf(row.getString("mode")),
                        SourceSetting.LateLines.valueOf(row.getString("late_lines")),
                        row.getLong("version")))
                .list());
    }

    /** How entries of {@code source} are taken. */
    public SourceSetting of(String source) {
        return setting(source).orElseGet(() -> SourceSetting.unmentioned(source));
    }

    /** What was said of {@code source}; empty when nothing was. */
    public Optional<SourceSetting> setting(String source) {
        return Optional.ofNullable(byCode.get(source));
    }

    /** The sources that somebody spoke of, by code. */
    public List<SourceSetting> all() {
        return List.copyOf(byCode.values());
    }
}
