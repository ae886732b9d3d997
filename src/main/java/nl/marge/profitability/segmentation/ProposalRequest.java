package nl.marge.profitability.segmentation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import nl.marge.company.Watermark;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.platform.json.StrictJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As of which day a segmentation is asked for, and on what it was previewed; read but not yet checked. */
record ProposalRequest(Optional<String> asOf, Optional<String> watermark) {

    static final String EXAMPLE = """
            {"asOf":"2026-04-01"}""";

    static final String EXAMPLE_ASSIGNMENT = """
            {"asOf":"2026-04-01","watermark":"1017.42"}""";

    ProposalRequest {
        requireNonNull(asOf, "asOf");
        requireNonNull(watermark, "watermark");
    }

    /** The shape of a preview's body, for the contract. */
    @Schema(
            name = "SegmentationPreviewRequest",
            requiredProperties = {"asOf"})
    record Preview(
            @Schema(description = "The day memberships would begin; the whole months before it count.")
            LocalDate asOf) {}

    /** The shape of an assignment's body, for the contract. */
    @Schema(
            name = "SegmentationAssignmentRequest",
            requiredProperties = {"asOf"})
    record Assignment(
            @Schema(description = "The day the memberships begin; the whole months before it count.")
            LocalDate asOf,

            @Schema(
                    description = "That of the preview it was decided on: refused when anything was posted or changed"
                            + " since. Without it the books of this moment count.",
                    examples = "1017.42")
            Optional<String> watermark) {}

    static ProposalRequest ofPreview(StrictJson json) {
        return new Reader().read(json, false);
    }

    static ProposalRequest ofAssignment(StrictJson json) {
        return new Reader().read(json, true);
    }

    /** The day; what is wrong with it is noted. */
    Optional<LocalDate> day(Violations violations) {
        Optional<LocalDate> day = asOf.flatMap(Dates::read);
        if (day.isEmpty()) {
            violations.add(
                    "/asOf",
                    asOf.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                    asOf.map(text -> "asOf is \"" + Texts.excerpt(text) + "\"").orElse("asOf is missing") + ". Give "
                            + Dates.FORM + ".");
        }
        return day;
    }

    /** Notes a watermark that is none, or was never one of these books, which are at {@code now}. */
    void checkWatermark(Watermark now, Violations violations) {
        watermark
                .filter(text ->
                        Watermark.read(text).filter(read -> !read.isBeyond(now)).isEmpty())
                .ifPresent(text -> violations.add(
                        "/watermark",
                        ViolationCode.VALUE_INVALID,
                        "watermark is \"" + Texts.excerpt(text) + "\", which these books never had: they are at " + now
                                + ". Give " + Watermark.FORM + ", or none for the books of this moment."));
    }

    /** The {@code months} whole fiscal periods before a day; empty when they begin before all dates. */
    static Optional<DateRange> monthsBefore(LocalDate day, int months) {
        YearMonth last = YearMonth.from(day).minusMonths(1);
        YearMonth first = YearMonth.from(day).minusMonths(months);
        return first.atDay(1).isBefore(Dates.FIRST)
                ? Optional.empty()
                : Optional.of(new DateRange(first.toString(), last.toString(), first.atDay(1), last.atEndOfMonth()));
    }

    private static final class Reader {
        private Optional<String> asOf = Optional.empty();
        private Optional<String> watermark = Optional.empty();

        ProposalRequest read(StrictJson json, boolean assignment) {
            json.object(member -> {
                if (member.equals("asOf")) {
                    asOf = json.text();
                } else if (assignment && member.equals("watermark")) {
                    watermark = json.text();
                } else if (assignment) {
                    json.unknownMember("asOf", "watermark");
                } else {
                    json.unknownMember("asOf");
                }
            });
            return new ProposalRequest(asOf, watermark);
        }
    }
}
