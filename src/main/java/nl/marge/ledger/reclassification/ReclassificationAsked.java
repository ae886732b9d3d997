package nl.marge.ledger.reclassification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a command for the contract; {@code draft.ReclassificationReader} reads it. */
@Schema(
        name = "ReclassificationCommand",
        description = "Which lines, and what they are to have.",
        requiredProperties = {"selection"})
record ReclassificationAsked(
        @Schema(maxLength = 500) String description,
        @Schema(maxLength = 500) String reason,

        @Schema(
                defaultValue = "REPLACE",
                enumeration = {"REPLACE", "RE_DERIVE"})
        String mode,

        Selection selection,

        @Schema(description = "With REPLACE: dimension to the value that lines are to have; null for none.")
        Map<String, String> set,

        @Schema(
                description = "With RE_DERIVE: the dimensions for which the default rules of now are asked, as if the"
                        + " line were posted again. A value that somebody gave stays.")
        List<String> dimensions) {

    /** Which lines: by criteria, or named one by one. */
    @Schema(
            name = "ReclassificationSelectionCommand",
            description = "Either from and to, with what narrows them, or lines.")
    record Selection(
            @Schema(example = "2026-03") String from,
            @Schema(example = "2026-03") String to,

            @Schema(description = "Codes, beginnings such as 47*, ranges such as 4000..4999.", maxItems = 50)
            List<String> accounts,

            @Schema(description = "As reports take it, by the values lines stand on now.", example = "SEGMENT:")
            String filter,

            @Schema(defaultValue = "ACTUAL") String scenario,
            @Schema(maxItems = 1_000) List<Named> lines) {}

    /** A line by its numbers. */
    @Schema(name = "ReclassificationLineReference")
    record Named(
            @Schema(type = SchemaType.INTEGER, description = "Of its entry.", example = "1017")
            long number,

            @Schema(type = SchemaType.INTEGER, description = "Within its entry.", example = "2")
            int line) {}
}
