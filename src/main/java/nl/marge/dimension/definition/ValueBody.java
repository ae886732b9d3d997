package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;

/** A dimension value as the contract shows it. */
@JsonPropertyOrder({"code", "name", "parent", "validFrom", "validTo", "blocked", "purpose", "attributes"})
record ValueBody(
        String code,
        String name,
        Optional<String> parent,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        boolean blocked,
        Optional<String> purpose,
        Map<String, String> attributes) {

    static final String EXAMPLE = """
            {"code":"C1","name":"Jansen","parent":null,"validFrom":"2025-01-01","validTo":null,"blocked":false,\
            "purpose":null,"attributes":{"country":"NL"}}""";

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
}
