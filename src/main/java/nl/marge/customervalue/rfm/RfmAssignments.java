package nl.marge.customervalue.rfm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.marge.company.Watermark;
import nl.marge.cube.asked.AskedReport;
import nl.marge.cube.asked.AskedReports;
import nl.marge.customervalue.rfm.RfmAssignmentRequest.WithoutPurchase;
import nl.marge.customervalue.rfm.RfmTable.Score;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.definition.ValueCommand;
import nl.marge.dimension.definition.Values;
import nl.marge.dimension.membership.DerivationRule;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.segmentation.MembershipWrites;
import nl.marge.ledger.segmentation.MembershipWrites.Decision;

/** Writes scores back as memberships: of those who move only, all of them or none. */
@ApplicationScoped
class RfmAssignments {

    private final Rfms rfms;
    private final AskedReports requests;
    private final Values values;
    private final MembershipWrites writes;

    RfmAssignments(Rfms rfms, AskedReports requests, Values values, MembershipWrites writes) {
        this.rfms = rfms;
        this.requests = requests;
        this.values = values;
        this.writes = writes;
    }

    /** A proposal, and the books it was made of. */
    private record Proposed(AskedReport asked, RfmProposal proposal) {
        Watermark watermark() {
            return asked.moment().watermark();
        }
    }

    /**
     * Writes what a request comes to. Cells that are to be created are created first, in a change of their own: a value
     * that nobody belongs to changes no report.
     *
     * @param now the books, read anew each time by a query of the request
     * @throws Refusal with everything that is wrong; CONFLICT when the books are no longer those of the watermark
     */
    RfmAssignmentBody assign(
            Supplier<AskedReport> now, RfmAssignmentRequest request, Optional<AnswerKeeper<RfmAssignmentBody>> keeper) {
        Proposed first = proposed(now.get(), request);
        request.watermark().ifPresent(given -> MembershipWrites.requireSame(given, first.watermark()));
        refuseCells(first.proposal(), request.create());
        int created = created(first);
        Optional<Watermark> fixed = request.watermark().map(given -> after(first.watermark(), created));
        return writes.write(() -> decision(proposed(now.get(), request), fixed, created), keeper);
    }

    private static Watermark after(Watermark before, int created) {
        return created == 0 ? before : new Watermark(before.number(), before.referenceVersion() + 1);
    }

    private Decision<RfmAssignmentBody> decision(Proposed proposed, Optional<Watermark> fixed, int created) {
        fixed.ifPresent(given -> MembershipWrites.requireSame(given.toString(), proposed.watermark()));
        RfmProposal proposal = proposed.proposal();
        return new Decision<>(
                proposed.asked().company(),
                proposal.target().of(),
                proposal.target().into(),
                proposal.target().asOf(),
                proposal.moves(),
                proposed.watermark(),
                fixed.isPresent(),
                watermark -> written(proposal, created, watermark));
    }

    private static RfmAssignmentBody written(RfmProposal proposal, int created, Watermark watermark) {
        int moves = proposal.moves().size();
        int ended = Math.toIntExact(
                proposal.moves().stream().filter(move -> move.to().isEmpty()).count());
        return new RfmAssignmentBody(
                proposal.target().into().code(),
                proposal.target().asOf().toString(),
                created,
                moves,
                moves - ended,
                ended,
                proposal.members() - moves,
                watermark.toString());
    }

    private Proposed proposed(AskedReport asked, RfmAssignmentRequest request) {
        Optional<RfmQuery> query = RfmQuery.read(asked);
        query.ifPresent(read -> requests.check(
                asked, Map.of("scenario", read.histories().selection().scenario())));
        // Where it is written to has no other default than what is said.
        asked.query().requiredText("asOf");
        Violations violations = new Violations();
        violations.addAll(request.parameters().wrong(asked.query()));
        Optional<Dimension> into = into(asked, request, violations);
        query.ifPresent(read -> into.ifPresent(dimension -> DerivationRule.check(
                asked.reference().dimensions(),
                read.histories().customers(),
                dimension,
                Place.at("/into"),
                violations)));
        Optional<WithoutPurchase> withoutPurchase = withoutPurchase(request, violations);
        violations.refuseContent();
        RfmQuery read = query.orElseThrow();
        RfmProposal.Target target = new RfmProposal.Target(
                read.histories().customers(), into.orElseThrow(), read.asOf(), withoutPurchase.orElseThrow());
        return new Proposed(
                asked,
                new RfmProposal(
                        target,
                        rfms.made(read, asked).table(),
                        asked.reference().dimensions()));
    }

    private static Optional<Dimension> into(AskedReport asked, RfmAssignmentRequest request, Violations violations) {
        Optional<Dimension> dimension =
                request.into().flatMap(code -> asked.reference().dimensions().dimension(code));
        if (dimension.isEmpty()) {
            violations.add(
                    "/into",
                    request.into().isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.DIMENSION_UNKNOWN,
                    request.into()
                                    .map(code -> "Dimension \"" + Texts.excerpt(code) + "\" in into does not exist")
                                    .orElse("into is missing")
                            + ". Name the dimension that scores are written to; create it with PUT .../dimensions/RFM,"
                            + " for example.");
        }
        return dimension;
    }

    private static Optional<WithoutPurchase> withoutPurchase(RfmAssignmentRequest request, Violations violations) {
        String text = request.withoutPurchase().orElse(WithoutPurchase.KEEP.name());
        Optional<WithoutPurchase> choice = Arrays.stream(WithoutPurchase.values())
                .filter(constant -> constant.name().equals(text))
                .findFirst();
        if (choice.isEmpty()) {
            violations.add(
                    "/withoutPurchase",
                    ViolationCode.VALUE_INVALID,
                    "withoutPurchase is \"" + Texts.excerpt(text) + "\". Give KEEP or END.");
        }
        return choice;
    }

    private static void refuseCells(RfmProposal proposal, boolean create) {
        String into = proposal.target().into().code();
        Violations violations = new Violations();
        for (Score score : create ? List.<Score>of() : proposal.missing()) {
            violations.add(
                    "/into",
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    "Dimension " + into + " has no value \"" + score.code() + "\". Create it with PUT .../dimensions/"
                            + into + "/values, or say \"create\":true.");
        }
        for (Score score : proposal.notLeaves()) {
            violations.add(
                    "/into",
                    ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                    "Value " + score.code() + " of dimension " + into
                            + " has values below it, so nobody can belong to it. Move those, or name another"
                            + " dimension.");
        }
        violations.refuseContent();
    }

    /** Creates the cells that are missing and tells how many were. */
    private int created(Proposed proposed) {
        List<ValueCommand> commands = proposed.proposal().missing().stream()
                .map(score -> new ValueCommand(
                        Place.REQUEST,
                        score.code(),
                        Optional.of(score.title()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Map.of()))
                .toList();
        return commands.isEmpty()
                ? 0
                : values.putAll(
                                proposed.asked().company(),
                                proposed.proposal().target().into().code(),
                                commands)
                        .created();
    }
}
