package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dimension as the contract shows it. */
@Schema(name = "Dimension", description = "An axis of description.")
@JsonPropertyOrder({"code", "name", "blocked"})
record DimensionBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the dimension.")
        String code,

        @Schema(minLength = 1, maxLength = 200, description = "The code unless given.")
        String name,

        @Schema(defaultValue = "false", description = "Whether new postings are refused.")
        boolean blocked) {

    static final String EXAMPLE = """
            {"code":"CUSTOMER","name":"Customer","blocked":false}""";

    static final String EXAMPLES = """
            [{"code":"CUSTOMER","name":"Customer"},{"code":"SEGMENT","name":"Segment"}]""";

    DimensionBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
    }

    static DimensionBody of(Dimension dimension) {
        return new DimensionBody(dimension.code(), dimension.name(), dimension.blocked());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "DimensionPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<DimensionBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
