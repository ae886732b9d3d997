package nl.marge.allocation.lever;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.platform.Database;

/** The rows of kept what-ifs. */
@ApplicationScoped
class WhatIfStore {

    private static final TypeReference<List<LeverBody>> LEVERS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    private final Database database;

    WhatIfStore(Database database) {
        this.database = database;
    }

    /** All what-ifs of a company by code. */
    List<WhatIf> list(int companyId) {
        return database.read(handle -> handle.createQuery("""
                        select t.code, t.name, t.range_from, t.range_to, t.axes, t.levers, t.version
                        from what_if t
                        where t.company_id = :companyId
                          and not t.removed
                          and t.version = (
                            select max(l.version)
                            from what_if l
                            where l.company_id = t.company_id
                              and l.code = t.code)
                        order by t.code
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> whatIf(row))
                .list());
    }

    /** The what-if of that code. */
    Optional<WhatIf> find(int companyId, String code) {
        return database.read(handle -> handle.createQuery("""
                        select t.code, t.name, t.range_from, t.range_to, t.axes, t.levers, t.version
                        from what_if t
                        where t.company_id = :companyId
                          and t.code = :code
                          and not t.removed
                          and t.version = (
                            select max(l.version)
                            from what_if l
                            where l.company_id = t.company_id
                              and l.code = t.code)
                        """)
                .bind("companyId", companyId)
                .bind("code", code)
                .map((row, context) -> whatIf(row))
                .findOne());
    }

    /** Says what the what-if is from this change on, or that there is none such any more. */
    void append(ReferenceChange change, WhatIf whatIf, boolean removed) {
        database.read(handle -> handle.createUpdate("""
                        insert into what_if
                          (company_id, code, version, removed, name, range_from, range_to, axes, levers)
                        values (:companyId, :code, :version, :removed, :name, :from, :to, :by, :levers)
                        """)
                .bind("companyId", change.companyId())
                .bind("code", whatIf.code())
                .bind("version", change.version())
                .bind("removed", removed)
                .bind("name", whatIf.name())
                .bind("from", whatIf.from().orElse(null))
                .bind("to", whatIf.to().orElse(null))
                .bind("by", whatIf.by().orElse(null))
                .bind("levers", written(whatIf.levers()))
                .execute());
    }

    private static WhatIf whatIf(ResultSet row) throws SQLException {
        return new WhatIf(
                row.getString("code"),
                row.getString("name"),
                Optional.ofNullable(row.getString("range_from")),
                Optional.ofNullable(row.getString("range_to")),
                Optional.ofNullable(row.getString("axes")),
                levers(row.getString("levers")),
                row.getLong("version"));
    }

    static String written(List<Lever> levers) {
        try {
            return JSON.writerFor(LEVERS)
                    .writeValueAsString(levers.stream().map(LeverBody::of).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain records can always be written: " + levers, impossible);
        }
    }

    static List<Lever> levers(String text) {
        try {
            return JSON.readValue(text, LEVERS).stream().map(LeverBody::toLever).toList();
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("no levers: " + text, damaged);
        }
    }
}
