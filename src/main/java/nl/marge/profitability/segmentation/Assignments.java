package nl.marge.profitability.segmentation;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.company.Watermark;
import nl.marge.dimension.membership.MembershipCommand;
import nl.marge.dimension.membership.Memberships;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.segmentation.Segmentation;
import nl.marge.ledger.segmentation.Segmentations;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.idempotency.RepeatedRequest;
import nl.marge.profitability.segmentation.Proposal.Member;

/** Writes segmentations back as memberships: of those who move only, all of them or none. */
@ApplicationScoped
class Assignments {

    /** So often it is found out anew while others change reference data: as often as a lost transaction is repeated. */
    private static final int ATTEMPTS_LIMIT = 30;

    private final Proposals proposals;
    private final ReferenceChanges changes;
    private final Memberships memberships;
    private final IdempotencyKeys keys;

    Assignments(Proposals proposals, ReferenceChanges changes, Memberships memberships, IdempotencyKeys keys) {
        this.proposals = proposals;
        this.changes = changes;
        this.memberships = memberships;
        this.keys = keys;
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
     * Writes what a segmentation comes to. It is found out before the company's lock is taken, and written only if
     * nothing it depends on has moved when it is. If something has, and nobody said on which books it was decided, it
     * is found out again on those there are then.
     *
     * @param now the segmentation and the books, read anew each time
     * @throws Refusal with everything that is wrong; CONFLICT when the books are no longer those of the watermark, or
     *     did not stand still long enough
     */
    AssignmentBody assign(
            Supplier<Sources> now, ProposalRequest request, Optional<AnswerKeeper<AssignmentBody>> keeper) {
        for (int attempt = 1; attempt <= ATTEMPTS_LIMIT; attempt++) {
            Optional<AssignmentBody> written = attempt(now.get(), request, keeper);
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw Refusal.of(
                Reason.CONFLICT,
                new Violation(
                        ViolationCode.VERSION_CHANGED,
                        Place.REQUEST,
                        "The company's reference data changed " + ATTEMPTS_LIMIT + " times while it was found out who"
                                + " moves, and nothing was written. Ask again in a moment."));
    }

    /** Writes it, or nothing when what it depends on has moved meanwhile; then it is empty. */
    private Optional<AssignmentBody> attempt(
            Sources sources, ProposalRequest request, Optional<AnswerKeeper<AssignmentBody>> keeper) {
        Proposals.Books books = sources.books();
        Proposal.Asked asked = proposals.asked(sources.kept(), request, books);
        request.watermark().ifPresent(given -> requireSame(given, books.moment().watermark()));
        Proposal proposal = proposals.made(asked, books).proposal();
        refuseMissing(proposal);
        List<MembershipCommand> commands = commands(proposal);
        return changes.change(sources.company().id(), change -> {
            keeper.ifPresent(this::refuseRepeated);
            if (hasMoved(books, request, change.before())) {
                return Optional.empty();
            }
            Counts counts = memberships.putAll(
                    change,
                    asked.segmentation().of().code(),
                    asked.segmentation().into().code(),
                    commands);
            AssignmentBody written = written(proposal, counts, change);
            keeper.ifPresent(keeping -> keys.keep(keeping.key(), keeping.answer(written)));
            return Optional.of(written);
        });
    }

    /** Another replica may have answered the same request a moment before. */
    private void refuseRepeated(AnswerKeeper<AssignmentBody> keeper) {
        keys.find(keeper.key()).ifPresent(before -> {
            throw new RepeatedRequest(before);
        });
    }

    private static AssignmentBody written(Proposal proposal, Counts counts, ReferenceChange change) {
        List<Member> moves = proposal.moves();
        int ended = Math.toIntExact(
                moves.stream().filter(member -> member.to().isEmpty()).count());
        long version = counts.created() + counts.updated() > 0
                ? change.version()
                : change.before().referenceVersion();
        return new AssignmentBody(
                proposal.asked().segmentation().code(),
                proposal.asked().asOf().toString(),
                moves.size(),
                moves.size() - ended,
                ended,
                proposal.members().size() - moves.size(),
                new Watermark(change.before().lastNumber(), version).toString());
    }

    private static List<MembershipCommand> commands(Proposal proposal) {
        List<MembershipCommand> commands = new ArrayList<>();
        Optional<String> from = Optional.of(proposal.asked().asOf().toString());
        proposal.moves()
                .forEach(member -> commands.add(
                        new MembershipCommand(Place.REQUEST, member.value().code(), member.to(), from)));
        return commands;
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

    private static boolean hasMoved(Proposals.Books books, ProposalRequest request, Counter now) {
        Watermark known = books.moment().watermark();
        boolean moved = now.referenceVersion() != known.referenceVersion()
                || request.watermark().isPresent() && now.lastNumber() != known.number();
        if (moved && request.watermark().isPresent()) {
            throw moved(known.toString(), new Watermark(now.lastNumber(), now.referenceVersion()));
        }
        return moved;
    }

    private static void requireSame(String given, Watermark now) {
        if (!given.equals(now.toString())) {
            throw moved(given, now);
        }
    }

    private static Refusal moved(String known, Watermark now) {
        return Refusal.of(
                Reason.CONFLICT,
                Violation.at(
                        "/watermark",
                        ViolationCode.VERSION_CHANGED,
                        "Watermark " + Texts.excerpt(known) + " is no longer that of the books: they are at " + now
                                + " now, and nothing was written. Preview again and send the watermark of that"
                                + " preview."));
    }
}
