package nl.marge.profitability.segmentation;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.allocation.memo.AllocationMemos;
import nl.marge.cube.CubeView;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.segmentation.Segmentation;
import nl.marge.ledger.segmentation.Segmentations;
import nl.marge.profitability.ProfitAndLosses;
import nl.marge.profitability.ranking.RankedLines;
import nl.marge.profitability.ranking.Ranking;
import nl.marge.profitability.ranking.Ranking.Ranked;
import nl.marge.profitability.segmentation.Proposal.Asked;
import nl.marge.profitability.segmentation.Proposal.Member;

/** Makes proposals of segmentations, over the same lines as a P&amp;L that is asked for nothing in particular. */
@ApplicationScoped
class Proposals {

    /**
     * Days whose months are looked at again for what a value was worth when it came to its segment. Memberships of one
     * segmentation begin on few days; of more, those that most values have.
     */
    private static final int EARLIER_LIMIT = 12;

    private static final Set<EntryKind> KINDS = EnumSet.complementOf(EnumSet.of(EntryKind.CLOSING));

    private final ProfitAndLosses reports;
    private final AllocationMemos memos;

    Proposals(ProfitAndLosses reports, AllocationMemos memos) {
        this.reports = reports;
        this.memos = memos;
    }

    /** The books that proposals are made of. */
    record Books(LedgerMoment moment, CubeView view) {
        Books {
            requireNonNull(moment, "moment");
            requireNonNull(view, "view");
        }

        Reference reference() {
            return moment.reference();
        }
    }

    /** A proposal, and what its report says of allocation. */
    record Made(Proposal proposal, AllocationMemo memo) {}

    /** What a value was worth in the months before it came to its segment. */
    record Earlier(Ranked ranked, int of) {}

    /**
     * What a request asks of a kept segmentation.
     *
     * @throws Refusal with everything that is wrong with it now
     */
    Asked asked(Segmentations.Kept kept, ProposalRequest request, Books books) {
        Violations violations = new Violations();
        Optional<Segmentation> segmentation = kept.checked(books.reference(), violations);
        Optional<LocalDate> day = request.day(violations);
        request.checkWatermark(books.moment().watermark(), violations);
        int months = kept.months();
        Optional<DateRange> range = day.flatMap(asOf -> ProposalRequest.monthsBefore(asOf, months));
        if (day.isPresent() && range.isEmpty()) {
            violations.add(
                    "/asOf",
                    ViolationCode.VALUE_INVALID,
                    "The " + months + " months before " + day.get() + " begin before " + Dates.FIRST
                            + ". Give a later day.");
        }
        violations.refuseContent();
        return new Asked(segmentation.orElseThrow(), day.orElseThrow(), range.orElseThrow());
    }

    /** What a segmentation comes to. */
    Made made(Asked asked, Books books) {
        return new Made(
                new Proposal(asked, ranking(asked.segmentation(), asked.range(), books)),
                memos.of(
                        books.reference(),
                        asked.range(),
                        selection(books.moment().asOfRecorded()),
                        books.view()));
    }

    /** What those who move were worth in as many months before they came to where they are, by value id. */
    Map<Integer, Earlier> earlier(Proposal proposal, Books books) {
        Map<LocalDate, List<Member>> movers = proposal.moves().stream()
                .filter(member -> member.since().isPresent())
                .collect(Collectors.groupingBy(member -> member.since().orElseThrow()));
        Map<Integer, Earlier> earlier = new HashMap<>();
        movers.entrySet().stream()
                .sorted(Comparator.<Map.Entry<LocalDate, List<Member>>>comparingInt(
                                entry -> entry.getValue().size())
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(EARLIER_LIMIT)
                .forEach(entry -> ProposalRequest.monthsBefore(
                                entry.getKey(), proposal.asked().segmentation().months())
                        .map(range -> ranking(proposal.asked().segmentation(), range, books))
                        .ifPresent(then -> note(earlier, entry.getValue(), then)));
        return earlier;
    }

    private static void note(Map<Integer, Earlier> earlier, List<Member> members, Ranking then) {
        Map<List<Integer>, Ranked> byKey = then.byKey();
        for (Member member : members) {
            int id = member.value().id();
            Optional.ofNullable(byKey.get(List.of(id)))
                    .ifPresent(row ->
                            earlier.put(id, new Earlier(row, then.ranked().size())));
        }
    }

    private Ranking ranking(Segmentation segmentation, DateRange range, Books books) {
        Dimension of = segmentation.of();
        return Ranking.of(
                reports.total(
                        range,
                        new GroupBy(List.of(new GroupBy.Axis(of, 0))),
                        selection(books.moment().asOfRecorded()),
                        books.reference(),
                        books.view()),
                RankedLines.of(segmentation.measure(), books.reference()));
    }

    private static LineSelection selection(Optional<Instant> asOfRecorded) {
        return new LineSelection(
                DimensionFilter.none(), new MembershipMode.AsWas(), KINDS, LineSelection.ACTUAL, asOfRecorded);
    }
}
