package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kept what-if as the contract shows it. */
@Schema(
        name = "WhatIf",
        description = "Levers kept by name, to be calculated again and compared.",
        requiredProperties = {"levers"})
@JsonPropertyOrder({"code", "name", "from", "to", "by", "levers"})
record WhatIfBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$") String code,

        @Schema(maxLength = 200, description = "The code when absent.")
        String name,

        @Schema(description = "The range it is about unless a caller says another; with to, or not at all.")
        Optional<String> from,

        @Schema(examples = "2026-12") Optional<String> to,

        @Schema(description = "Its axes unless a caller says others.")
        Optional<String> by,

        @Schema(minItems = 1, maxItems = LeverForm.LEVERS_LIMIT)
        List<LeverBody> levers) {

    static final String EXAMPLE = """
            {"code":"DEARER","name":"One percent dearer","from":"2026-01","to":"2026-12","by":"SEGMENT",
             "levers":[{"lever":"PRICE","filter":"SEGMENT:KEY","changePercent":"1"}]}""";

    WhatIfBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(by, "by");
        levers = List.copyOf(levers);
    }

    static WhatIfBody of(WhatIf whatIf) {
        return new WhatIfBody(
                whatIf.code(),
                whatIf.name(),
                whatIf.from(),
                whatIf.to(),
                whatIf.by(),
                whatIf.levers().stream().map(LeverBody::of).toList());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "WhatIfPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<WhatIfBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
