package nl.marge.customervalue.fitting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.CompanyCounters;
import org.jdbi.v3.core.Handle;

/** The rows of fits; only ever appended to. */
@ApplicationScoped
class FitStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String FITS = """
            select id, ledger_number, reference_version, recorded_at, request, detail
            from clv_fit
            """;

    private final ObjectMapper json;

    FitStore(ObjectMapper json) {
        this.json = json;
    }

    void create(Handle handle, int companyId, KeptFit fit) {
        handle.createUpdate("""
                        insert into clv_fit (
                          company_id, id, ledger_number, reference_version, recorded_at, request, detail)
                        values (:companyId, :id, :number, :version, :recordedAt, :request, :detail)
                        """)
                .bind("companyId", companyId)
                .bind("id", fit.id())
                .bind("number", fit.ledgerNumber())
                .bind("version", fit.referenceVersion())
                .bind("recordedAt", CompanyCounters.utc(fit.recordedAt()))
                .bind("request", written(fit.request()))
                .bind("detail", written(fit.detail()))
                .execute();
    }

    /** The fit of that id. Index: primary. */
    Optional<KeptFit> find(Handle handle, int companyId, String id) {
        return handle.createQuery(FITS + "where company_id = :companyId and id = :id")
                .bind("companyId", companyId)
                .bind("id", id)
                .map((row, context) -> fit(row))
                .findOne();
    }

    /** At most {@code limit} fits before a moment, or then with a smaller id. Index: clv_fit_recorded. */
    List<KeptFit> list(Handle handle, int companyId, LocalDateTime before, String beforeId, int limit) {
        return handle.createQuery(FITS + """
                        where company_id = :companyId
                          and (recorded_at, id) < (:before, :beforeId)
                        order by recorded_at desc, id desc
                        limit :limit
                        """)
                .bind("companyId", companyId)
                .bind("before", before)
                .bind("beforeId", beforeId)
                .bind("limit", limit)
                .map((row, context) -> fit(row))
                .list();
    }

    private KeptFit fit(ResultSet row) throws SQLException {
        try {
            return new KeptFit(
                    row.getString("id"),
                    row.getLong("ledger_number"),
                    row.getLong("reference_version"),
                    row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    json.readValue(row.getString("request"), TEXTS),
                    json.readValue(row.getString("detail"), FitDetail.class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("fit " + row.getString("id") + " cannot be read", damaged);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a fit cannot be written as JSON", bug);
        }
    }
}
