package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import nl.marge.dimension.Dimension;

/** A dimension as the contract shows it. */
@JsonPropertyOrder({"code", "name", "blocked"})
record DimensionBody(String code, String name, boolean blocked) {

    static final String EXAMPLE = """
            {"code":"CUSTOMER","name":"Customer","blocked":false}""";

    DimensionBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
    }

    static DimensionBody of(Dimension dimension) {
        return new DimensionBody(dimension.code(), dimension.name(), dimension.blocked());
    }
}
