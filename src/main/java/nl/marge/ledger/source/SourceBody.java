package nl.marge.ledger.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.setting.SourceSetting;
import nl.marge.ledger.setting.SourceSetting.LateLines;
import nl.marge.ledger.setting.SourceSetting.Mode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source as the contract shows it. */
@Schema(name = "Source", description = "How the entries of one source are taken.")
@JsonPropertyOrder({"code", "mode", "lateLines"})
record SourceBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the source; entries name it.")
        String code,

        @Schema(
                defaultValue = "REJECT",
                description = "What becomes of an entry that is wrong. REJECT: it is refused. QUARANTINE: it is set"
                        + " aside. ACCEPT_AS_UNASSIGNED: dimension values that are wrong are left out; all else"
                        + " refuses it.")
        Mode mode,

        @Schema(
                defaultValue = "REJECT",
                description = "What becomes of an entry whose period is closed. REJECT: it is wrong. REDIRECT: it goes"
                        + " to the first day of the first open period after, and keeps its original date.")
        LateLines lateLines) {

    static final String EXAMPLE = """
            {"code":"ERP","mode":"QUARANTINE","lateLines":"REDIRECT"}""";

    static final String TWO = """
            [{"code":"ERP","mode":"QUARANTINE","lateLines":"REDIRECT"},
             {"code":"SHOP","mode":"ACCEPT_AS_UNASSIGNED"}]""";

    SourceBody {
        requireNonNull(code, "code");
        requireNonNull(mode, "mode");
        requireNonNull(lateLines, "lateLines");
    }

    static SourceBody of(SourceSetting setting) {
        return new SourceBody(setting.code(), setting.mode(), setting.lateLines());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "SourcePage",
            requiredProperties = {"items", "next"})
    record Page(
            List<SourceBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
