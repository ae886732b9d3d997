package nl.marge.ledger.segmentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.platform.Database;

/** The rows of segmentations. */
@ApplicationScoped
class SegmentationStore {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private final Database database;

    SegmentationStore(Database database) {
        this.database = database;
    }

    /** All segmentations of a company by code. */
    List<Segmentations.Kept> list(int companyId) {
        return database.read(handle -> handle.createQuery("""
                        select t.definition, t.version
                        from segmentation t
                        where t.company_id = :companyId
                          and not t.removed
                          and t.version = (
                            select max(l.version)
                            from segmentation l
                            where l.company_id = t.company_id
                              and l.code = t.code)
                        order by t.code
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> kept(row))
                .list());
    }

    /** The segmentation of that code. */
    Optional<Segmentations.Kept> find(int companyId, String code) {
        return database.read(handle -> handle.createQuery("""
                        select t.definition, t.version
                        from segmentation t
                        where t.company_id = :companyId
                          and t.code = :code
                          and not t.removed
                          and t.version = (
                            select max(l.version)
                            from segmentation l
                            where l.company_id = t.company_id
                              and l.code = t.code)
                        """)
                .bind("companyId", companyId)
                .bind("code", code)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** Says what the segmentation is from this change on, or that there is none such any more. */
    void append(ReferenceChange change, Segmentations.Kept segmentation, boolean removed) {
        database.read(handle -> handle.createUpdate("""
                        insert into segmentation (company_id, code, version, removed, definition)
                        values (:companyId, :code, :version, :removed, :definition)
                        """)
                .bind("companyId", change.companyId())
                .bind("code", segmentation.code())
                .bind("version", change.version())
                .bind("removed", removed)
                .bind("definition", written(segmentation.body()))
                .execute());
    }

    private static Segmentations.Kept kept(ResultSet row) throws SQLException {
        return new Segmentations.Kept(body(row.getString("definition")), row.getLong("version"));
    }

    static String written(SegmentationBody body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain records can always be written: " + body, impossible);
        }
    }

    static SegmentationBody body(String text) {
        try {
            return JSON.readValue(text, SegmentationBody.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("no segmentation: " + text, damaged);
        }
    }
}
