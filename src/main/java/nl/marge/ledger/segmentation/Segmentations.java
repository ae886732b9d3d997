package nl.marge.ledger.segmentation;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Versions;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;

/** Upkeep of segmentations. */
@ApplicationScoped
public class Segmentations {

    /** Segmentations in a company at most: each wants a dimension of its own. */
    static final int SEGMENTATIONS_LIMIT = 1_000;

    /** The part of the reference data that segmentations are. */
    private static final String PART = "SEGMENTATIONS";

    private final ReferenceChanges changes;
    private final References references;
    private final SegmentationStore store;

    Segmentations(ReferenceChanges changes, References references, SegmentationStore store) {
        this.changes = changes;
        this.references = references;
        this.store = store;
    }

    /** A segmentation as it is kept, with the reference version that said it. */
    public record Kept(SegmentationBody body, long version) {
        public Kept {
            requireNonNull(body, "body");
        }

        String code() {
            return body.code();
        }

        /** Whole months before the day it is asked for that count. */
        public int months() {
            return body.months();
        }

        /** The segmentation by reference data as it is now; empty when something in it is wrong, which is noted. */
        public Optional<Segmentation> checked(Reference reference, Violations violations) {
            return new SegmentationForm(reference, violations).checked(body);
        }

        /** Whether it says the same as another, whatever the versions. */
        boolean saysSame(Kept other) {
            return body.equals(other.body);
        }
    }

    /** All of them by code. */
    List<Kept> list(Company company) {
        return store.list(company.id());
    }

    /**
     * The segmentation of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public Kept require(Company company, String code) {
        return store.find(company.id(), code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no segmentation \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../segmentations/{segmentation}, or correct the code."));
    }

    /**
     * Creates or replaces the segmentation {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    Upsert<Kept> put(Company company, String code, SegmentationBody body, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Optional<Kept> before = store.find(company.id(), code);
            OptionalLong version =
                    before.map(found -> OptionalLong.of(found.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Segmentation " + code);
            SegmentationForm form = new SegmentationForm(references.under(change, company), new Violations());
            Codes.checkRepeated(code, body.code(), form.violations());
            if (before.isEmpty() && store.list(company.id()).size() >= SEGMENTATIONS_LIMIT) {
                form.refuse(
                        "",
                        ViolationCode.VALUE_INVALID,
                        "The company has " + SEGMENTATIONS_LIMIT
                                + " segmentations, and may not have more. Remove one first.");
            }
            form.checked(body);
            form.violations().refuseContent();
            Kept wanted = new Kept(body, change.version());
            return write(change, Changes.of(List.of(wanted), one -> before, Kept::saysSame))
                    .one(before);
        });
    }

    /**
     * Removes a segmentation; the memberships it was written back as stay.
     *
     * @throws Refusal UNKNOWN when there is none of that code
     */
    void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            Kept segmentation = require(company, code);
            Versions.require(ifMatch, OptionalLong.of(segmentation.version()), "Segmentation " + code);
            store.append(change, segmentation, true);
            change.touch(PART);
            return segmentation;
        });
    }

    private Changes<Kept> write(ReferenceChange change, Changes<Kept> planned) {
        planned.created().forEach(one -> store.append(change, one, false));
        planned.updated().forEach(one -> store.append(change, one, false));
        if (!planned.isEmpty()) {
            change.touch(PART);
        }
        return planned;
    }
}
