package nl.marge.profitability.segmentation;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.marge.company.Company;
import nl.marge.company.Watermark;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.segmentation.MembershipWrites;
import nl.marge.ledger.segmentation.MembershipWrites.Decision;
import nl.marge.ledger.segmentation.MembershipWrites.Move;
import nl.marge.ledger.segmentation.Segmentation;
import nl.marge.ledger.segmentation.Segmentations;
import nl.marge.profitability.segmentation.Proposal.Member;

/** Writes segmentations back as memberships: of those who move only, all of them or none. */
@ApplicationScoped
class Assignments {

    private final Proposals proposals;
    private final MembershipWrites writes;

    Assignments(Proposals proposals, MembershipWrites writes) {
        this.proposals = proposals;
        this.writes = writes;
    }

    /** A segmentation, and the books that it is asked of. */
    record Sources(Segmentations.Kept kept, Proposals.Books books) {
        Sources {
            requireNonNull(kept, "kept");
            requireNonNull(books, "books");
        }

        Company company() {
            return books.reference().company();
        }
    }

    /**
     * Writes what a segmentation comes to.
     *
     * @param now the segmentation and the books, read anew each time
     * @throws Refusal with everything that is wrong; CONFLICT when the books are no longer those of the watermark, or
     *     did not stand still long enough
     */
    AssignmentBody assign(
            Supplier<Sources> now, ProposalRequest request, Optional<AnswerKeeper<AssignmentBody>> keeper) {
        return writes.write(() -> decision(now.get(), request), keeper);
    }

    private Decision<AssignmentBody> decision(Sources sources, ProposalRequest request) {
        Proposals.Books books = sources.books();
        Proposal.Asked asked = proposals.asked(sources.kept(), request, books);
        Watermark known = books.moment().watermark();
        request.watermark().ifPresent(given -> MembershipWrites.requireSame(given, known));
        Proposal proposal = proposals.made(asked, books).proposal();
        refuseMissing(proposal);
        return new Decision<>(
                sources.company(),
                asked.segmentation().of(),
                asked.segmentation().into(),
                asked.asOf(),
                proposal.moves().stream()
                        .map(member -> new Move(member.value().code(), member.to()))
                        .toList(),
                known,
                request.watermark().isPresent(),
                watermark -> written(proposal, watermark));
    }

    private static AssignmentBody written(Proposal proposal, Watermark watermark) {
        List<Member> moves = proposal.moves();
        int ended = Math.toIntExact(
                moves.stream().filter(member -> member.to().isEmpty()).count());
        return new AssignmentBody(
                proposal.asked().segmentation().code(),
                proposal.asked().asOf().toString(),
                moves.size(),
                moves.size() - ended,
                ended,
                proposal.members().size() - moves.size(),
                watermark.toString());
    }

    private static void refuseMissing(Proposal proposal) {
        Violations violations = new Violations();
        Segmentation segmentation = proposal.asked().segmentation();
        proposal.missing()
                .forEach(code -> violations.add(
                        Place.REQUEST,
                        ViolationCode.DIMENSION_VALUE_UNKNOWN,
                        "Dimension " + segmentation.into().code() + " has no value \"" + code
                                + "\" without values below it, which segmentation " + segmentation.code()
                                + " puts values into. Create it with PUT .../dimensions/"
                                + segmentation.into().code() + "/values, or change the segmentation."));
        violations.refuseContent();
    }
}
