package nl.marge.profitability.segmentation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Timeline;
import nl.marge.kernel.DateRange;
import nl.marge.ledger.segmentation.Segmentation;
import nl.marge.profitability.LineValues;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.ranking.Ranking;
import nl.marge.profitability.ranking.Ranking.Ranked;
import nl.marge.profitability.segmentation.Placements.Placement;

/**
 * What a segmentation comes to on a day: where each value with lines in the months before would be, and where it is.
 * Values without lines there are members only where they have a membership. Pure.
 */
final class Proposal {

    private final Asked asked;
    private final Ranking ranking;
    private final DimensionReference dimensions;
    private final Map<List<Integer>, Integer> places = new HashMap<>();
    private final List<Member> members = new ArrayList<>();

    /** What is asked: a segmentation as of a day, over the months before it. */
    record Asked(Segmentation segmentation, LocalDate asOf, DateRange range) {
        Asked {
            requireNonNull(segmentation, "segmentation");
            requireNonNull(asOf, "asOf");
            requireNonNull(range, "range");
        }
    }

    /**
     * A value, where it is and where it would be.
     *
     * @param ranked its row; empty when it has no line in the range
     * @param from the segment it belongs to on the day
     * @param since the first day it has done so; empty for ever before, or when it belongs to none
     * @param to the segment it would belong to
     */
    record Member(
            DimensionValue value,
            Optional<Ranked> ranked,
            Optional<String> from,
            Optional<LocalDate> since,
            Optional<String> to,
            String why) {

        Member {
            requireNonNull(value, "value");
            requireNonNull(ranked, "ranked");
            requireNonNull(from, "from");
            requireNonNull(since, "since");
            requireNonNull(to, "to");
            requireNonNull(why, "why");
        }

        /** Whether its membership would change. */
        boolean moves() {
            return !from.equals(to);
        }
    }

    /** The proposal over a ranking of the values that are segmented. */
    Proposal(Asked asked, Ranking ranking) {
        this.asked = asked;
        this.ranking = ranking;
        this.dimensions = ranking.report().reference().dimensions();
        List<ReportRow> rows = ranking.report().rows();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).key(), i);
        }
        Placements placements = new Placements(asked.segmentation(), ranking);
        BitSet seen = new BitSet();
        for (Ranked row : ranking.ranked()) {
            DimensionValue value = dimensions.value(row.row().key().get(0));
            seen.set(value.id());
            members.add(member(value, Optional.of(row), placements.of(value, row, values(row.row()))));
        }
        dimensions.valuesInOrder(asked.segmentation().of().id()).stream()
                .filter(value -> !seen.get(value.id()))
                .filter(value -> segmentId(value) != Timeline.NONE)
                .forEach(value -> members.add(withoutLines(value)));
    }

    Asked asked() {
        return asked;
    }

    Ranking ranking() {
        return ranking;
    }

    /** The ranked members by rank, then those without lines by code. */
    List<Member> members() {
        return members;
    }

    /** The members whose membership would change. */
    List<Member> moves() {
        return members.stream().filter(Member::moves).toList();
    }

    /** The values of a row of the report behind the ranking. */
    LineValues values(ReportRow row) {
        return ranking.report().values(places.get(row.key()));
    }

    /** The segments that nobody can belong to yet: no such value, or one with values below it. */
    List<String> missing() {
        int into = asked.segmentation().into().id();
        return asked.segmentation().method().segments().stream()
                .filter(code -> dimensions
                        .value(into, code)
                        .filter(value -> dimensions.isLeaf(value.id()))
                        .isEmpty())
                .toList();
    }

    private Member withoutLines(DimensionValue value) {
        boolean kept = asked.segmentation().withoutLines() == Segmentation.WithoutLines.KEEP;
        String none =
                "No line in " + asked.range().from() + " to " + asked.range().to();
        Optional<String> to = kept ? segment(value) : Optional.empty();
        return member(
                value, Optional.empty(), new Placement(to, none + (kept ? "; it stays." : "; the membership ends.")));
    }

    private Member member(DimensionValue value, Optional<Ranked> row, Placement placement) {
        Timeline timeline = timeline(value);
        int since = timeline.since(day());
        Optional<String> from = segment(value);
        return new Member(
                value,
                row,
                from,
                from.isEmpty() || since == Integer.MIN_VALUE
                        ? Optional.empty()
                        : Optional.of(LocalDate.ofEpochDay(since)),
                placement.segment(),
                placement.why());
    }

    private Optional<String> segment(DimensionValue value) {
        int id = segmentId(value);
        return id == Timeline.NONE
                ? Optional.empty()
                : Optional.of(dimensions.value(id).code());
    }

    private int segmentId(DimensionValue value) {
        return timeline(value).at(day());
    }

    private Timeline timeline(DimensionValue value) {
        return dimensions.membership(asked.segmentation().into().id(), value.id());
    }

    private int day() {
        return Math.toIntExact(asked.asOf().toEpochDay());
    }
}
