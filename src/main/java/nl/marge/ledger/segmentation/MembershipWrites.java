package nl.marge.ledger.segmentation;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.company.Watermark;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.membership.MembershipCommand;
import nl.marge.dimension.membership.Memberships;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.idempotency.RepeatedRequest;

/**
 * Writes who moves to which value, as decided on the books of a moment: all of it or nothing, and never when what it
 * was decided on has moved since.
 */
@ApplicationScoped
public class MembershipWrites {

    /** So often it is decided anew while others change reference data: as often as a lost transaction is repeated. */
    private static final int ATTEMPTS_LIMIT = 30;

    private final ReferenceChanges changes;
    private final Memberships memberships;
    private final IdempotencyKeys keys;

    MembershipWrites(ReferenceChanges changes, Memberships memberships, IdempotencyKeys keys) {
        this.changes = changes;
        this.memberships = memberships;
        this.keys = keys;
    }

    /**
     * What was decided.
     *
     * @param asOf the day the memberships begin
     * @param known the books it was decided on
     * @param fixed whether a caller named these books: then nothing at all may have come since. Otherwise postings may
     * @param answer what is told of it, given the watermark from which reports show it
     */
    public record Decision<T>(
            Company company,
            Dimension of,
            Dimension into,
            LocalDate asOf,
            List<Move> moves,
            Watermark known,
            boolean fixed,
            Function<Watermark, T> answer) {

        public Decision {
            requireNonNull(company, "company");
            requireNonNull(of, "of");
            requireNonNull(into, "into");
            requireNonNull(asOf, "asOf");
            moves = List.copyOf(moves);
            requireNonNull(known, "known");
            requireNonNull(answer, "answer");
        }
    }

    /** Whose membership changes, by code, and to what; empty ends it. */
    public record Move(String value, Optional<String> to) {
        public Move {
            requireNonNull(value, "value");
            requireNonNull(to, "to");
        }
    }

    /**
     * Checks the watermark that a caller previewed.
     *
     * @throws Refusal CONFLICT when the books are no longer those
     */
    public static void requireSame(String given, Watermark now) {
        if (!given.equals(now.toString())) {
            throw moved(given, now);
        }
    }

    /**
     * Writes what is decided. It is decided before the company's lock is taken, and written only if nothing it depends
     * on has moved when it is. If something has, and nobody said on which books, it is decided again on those there are
     * then.
     *
     * @param decided decides on the books as they are, read anew each time
     * @throws Refusal with everything that is wrong; CONFLICT when the books are no longer those that were named, or
     *     did not stand still long enough
     */
    public <T> T write(Supplier<Decision<T>> decided, Optional<AnswerKeeper<T>> keeper) {
        for (int attempt = 1; attempt <= ATTEMPTS_LIMIT; attempt++) {
            Optional<T> written = attempt(decided.get(), keeper);
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
    private <T> Optional<T> attempt(Decision<T> decision, Optional<AnswerKeeper<T>> keeper) {
        List<MembershipCommand> commands = commands(decision);
        return changes.change(decision.company().id(), change -> {
            keeper.ifPresent(this::refuseRepeated);
            if (hasMoved(decision, change.before())) {
                return Optional.empty();
            }
            Counts counts = memberships.putAll(
                    change, decision.of().code(), decision.into().code(), commands);
            T written = decision.answer().apply(watermark(counts, change));
            keeper.ifPresent(keeping -> keys.keep(keeping.key(), keeping.answer(written)));
            return Optional.of(written);
        });
    }

    /** Another replica may have answered the same request a moment before. */
    private <T> void refuseRepeated(AnswerKeeper<T> keeper) {
        keys.find(keeper.key()).ifPresent(before -> {
            throw new RepeatedRequest(before);
        });
    }

    private static Watermark watermark(Counts counts, ReferenceChange change) {
        long version = counts.created() + counts.updated() > 0
                ? change.version()
                : change.before().referenceVersion();
        return new Watermark(change.before().lastNumber(), version);
    }

    private static List<MembershipCommand> commands(Decision<?> decision) {
        List<MembershipCommand> commands = new ArrayList<>();
        Optional<String> from = Optional.of(decision.asOf().toString());
        decision.moves()
                .forEach(move -> commands.add(new MembershipCommand(Place.REQUEST, move.value(), move.to(), from)));
        return commands;
    }

    private static boolean hasMoved(Decision<?> decision, Counter now) {
        Watermark known = decision.known();
        boolean moved = now.referenceVersion() != known.referenceVersion()
                || decision.fixed() && now.lastNumber() != known.number();
        if (moved && decision.fixed()) {
            throw moved(known.toString(), new Watermark(now.lastNumber(), now.referenceVersion()));
        }
        return moved;
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
