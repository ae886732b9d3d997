package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dimension value as the contract shows it. */
@Schema(name = "DimensionValue", description = "A point on the axis; only those without children take postings.")
@JsonPropertyOrder({"code", "name", "parent", "validFrom", "validTo", "blocked", "purpose", "attributes"})
record ValueBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the value in its dimension.")
        String code,

        @Schema(minLength = 1, maxLength = 200, description = "The code unless given.")
        String name,

        @Schema(description = "The value of the same dimension that this one stands below.")
        Optional<String> parent,

        @Schema(description = "The first posting date it takes; null = open.")
        Optional<LocalDate> validFrom,

        @Schema(description = "The last posting date it takes; null = open.")
        Optional<LocalDate> validTo,

        @Schema(defaultValue = "false", description = "Whether new postings are refused.")
        boolean blocked,

        @Schema(description = "ACQUISITION: what is spent here wins customers rather than serves them.")
        Optional<String> purpose,

        @Schema(description = "At most 50, each of at most 200 characters, named like codes.")
        Map<String, String> attributes) {

    static final String EXAMPLE = """
            {"code":"C1","name":"Jansen","parent":null,"validFrom":"2025-01-01","validTo":null,"blocked":false,\
            "purpose":null,"attributes":{"country":"NL"}}""";

    static final String EXAMPLES = """
            [{"code":"EU","name":"Europe"},{"code":"NL","name":"Netherlands","parent":"EU"}]""";

    ValueBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(parent, "parent");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(purpose, "purpose");
        requireNonNull(attributes, "attributes");
    }

    static ValueBody of(DimensionValue value, DimensionReference picture) {
        int parentId = value.parentId();
        return of(
                value,
                parentId == 0
                        ? Optional.empty()
                        : Optional.of(picture.value(parentId).code()));
    }

    static ValueBody of(DimensionValue value, Optional<String> parent) {
        return new ValueBody(
                value.code(),
                value.name(),
                parent,
                Optional.of(value.validFrom()).filter(date -> !date.equals(LocalDate.MIN)),
                Optional.of(value.validTo()).filter(date -> !date.equals(LocalDate.MAX)),
                value.blocked(),
                value.purpose(),
                value.attributes());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "DimensionValuePage",
            requiredProperties = {"items", "next"})
    record Page(
            List<ValueBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
