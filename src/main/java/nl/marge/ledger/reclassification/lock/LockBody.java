package nl.marge.ledger.reclassification.lock;

import java.util.ArrayList;
import java.util.List;
import nl.marge.dimension.Dimension;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.LockedDimensions;
import nl.marge.platform.json.StrictJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings of reclassifications as the contract shows them. */
@Schema(
        name = "ReclassificationSettings",
        description = "What reclassifications may not touch.",
        requiredProperties = {"lockedDimensions"})
record LockBody(
        @Schema(description = "Dimensions whose values no reclassification may change.")
        List<String> lockedDimensions) {

    static final String EXAMPLE = "{\"lockedDimensions\":[\"PRODUCT\"]}";

    LockBody {
        lockedDimensions = List.copyOf(lockedDimensions);
    }

    static LockBody of(Reference reference, LockedDimensions locked) {
        return new LockBody(reference.dimensions().dimensions().stream()
                .filter(dimension -> locked.contains(dimension.id()))
                .map(Dimension::code)
                .toList());
    }

    static LockBody read(StrictJson json) {
        List<String> codes = new ArrayList<>();
        json.object(member -> {
            if (member.equals("lockedDimensions")) {
                json.array(() -> json.text().ifPresent(codes::add));
            } else {
                json.unknownMember("lockedDimensions");
            }
        });
        return new LockBody(codes);
    }
}
