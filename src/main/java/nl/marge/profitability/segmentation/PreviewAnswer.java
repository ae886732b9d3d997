package nl.marge.profitability.segmentation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;
import nl.marge.kernel.Percents;
import nl.marge.ledger.segmentation.Segmentation;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.LineValues;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.answer.ReportProof;
import nl.marge.profitability.ranking.Measures;
import nl.marge.profitability.ranking.Ranking;
import nl.marge.profitability.ranking.Ranking.Ranked;
import nl.marge.profitability.segmentation.Proposal.Member;
import nl.marge.profitability.segmentation.Proposals.Earlier;

/** Tells a proposal as JSON and as CSV. */
final class PreviewAnswer {

    /** Moves that JSON tells at most: who wants more than a thousand wants them as a table. */
    private static final int MOVES_LIMIT = 1_000;

    private static final int EXAMPLES = 3;

    /** Where a flow starts or ends in the order of flows: segments by code, none last. */
    private static final Comparator<Optional<String>> NONE_LAST = Comparator.comparing(
            (Optional<String> segment) -> segment.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));

    private final Proposals.Made made;
    private final Proposal proposal;
    private final Ranking ranking;
    private final ProfitAndLoss report;
    private final Map<Integer, Earlier> earlier;
    private final int decimals;

    PreviewAnswer(Proposals.Made made, Map<Integer, Earlier> earlier) {
        this.made = made;
        this.proposal = made.proposal();
        this.ranking = proposal.ranking();
        this.report = ranking.report();
        this.earlier = earlier;
        this.decimals = report.reference().company().decimals();
    }

    PreviewBody body() {
        Segmentation segmentation = proposal.asked().segmentation();
        List<Member> moves = proposal.moves();
        Map<Optional<String>, List<Member>> bySegment =
                ranked().collect(Collectors.groupingBy(Member::to, LinkedHashMap::new, Collectors.toList()));
        return new PreviewBody(
                segmentation.code(),
                proposal.asked().asOf().toString(),
                report.reference().company().currency(),
                proposal.asked().range().from(),
                proposal.asked().range().to(),
                segmentation.of().code(),
                segmentation.into().code(),
                segmentation.measure(),
                segmentation.method().segments().stream()
                        .map(code -> segment(Optional.of(code), bySegment))
                        .toList(),
                segment(Optional.empty(), bySegment),
                ranking.apart().stream().map(this::other).toList(),
                lines(List.of(report.total())),
                amount(report.total().value(ranking.lines().value(), 0)),
                stability(),
                flows(moves),
                moves.stream().limit(MOVES_LIMIT).map(this::move).toList(),
                moves.size(),
                proposal.missing(),
                ReportProof.of(report, made.memo()),
                report.watermark().toString());
    }

    /** Writes one line a member, movers and others. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = List.of(
                "code",
                "name",
                "from",
                "to",
                "rank",
                "value",
                "net_revenue",
                "cm1",
                "since",
                "rank_before",
                "value_before",
                "why");
        try (CsvTable table = new CsvTable(out, style, header)) {
            proposal.members().forEach(member -> write(table, member));
        }
    }

    private void write(CsvTable table, Member member) {
        table.text(member.value().code()).text(member.value().name());
        table.text(member.from().orElse("")).text(member.to().orElse(""));
        Optional<Ranked> ranked = member.ranked();
        Optional<Measures> measures = ranked.map(Ranked::measures);
        decimal(table, ranked.map(row -> Integer.toString(row.rank())));
        decimal(table, measures.map(of -> amount(of.value())));
        decimal(table, measures.map(of -> amount(of.netRevenue())));
        decimal(table, measures.map(of -> amount(of.grossMargin())));
        table.text(member.since().map(Object::toString).orElse(""));
        Optional<PreviewBody.Before> before = before(member);
        decimal(table, before.map(there -> Integer.toString(there.rank())));
        decimal(table, before.map(PreviewBody.Before::value));
        table.text(member.why());
        table.endRow();
    }

    private PreviewBody.Segment segment(Optional<String> code, Map<Optional<String>, List<Member>> bySegment) {
        List<Member> members = bySegment.getOrDefault(code, List.of());
        List<Ranked> rows =
                members.stream().map(member -> member.ranked().orElseThrow()).toList();
        Measures sum = Ranking.sum(rows);
        return new PreviewBody.Segment(
                code,
                code.flatMap(known -> report.reference()
                                .dimensions()
                                .value(proposal.asked().segmentation().into().id(), known))
                        .map(DimensionValue::name),
                members.size(),
                Math.toIntExact(
                        ranked().filter(member -> member.from().equals(code)).count()),
                amount(sum.value()),
                ranking.share(sum.value()).map(Object::toString),
                amount(sum.netRevenue()),
                amount(sum.grossMargin()),
                lines(rows.stream().map(row -> proposal.values(row.row())).toList()),
                members.stream().limit(EXAMPLES).map(this::example).toList());
    }

    private PreviewBody.Example example(Member member) {
        Ranked row = member.ranked().orElseThrow();
        return new PreviewBody.Example(
                member.value().code(),
                member.value().name(),
                row.rank(),
                amount(row.measures().value()),
                report.drill(row.row()).orElseThrow());
    }

    private PreviewBody.Other other(Ranking.Apart apart) {
        return new PreviewBody.Other(
                apart.row().kind().name(),
                amount(apart.measures().value()),
                amount(apart.measures().netRevenue()),
                amount(apart.measures().grossMargin()),
                lines(List.of(proposal.values(apart.row()))),
                report.drill(apart.row()).orElseThrow());
    }

    /** Every line of the template, summed over rows. */
    private List<PreviewBody.Line> lines(List<LineValues> rows) {
        return IntStream.range(0, report.lines().size())
                .mapToObj(line -> new PreviewBody.Line(
                        report.lines().get(line).code(),
                        amount(rows.stream().map(row -> row.value(line, 0)).reduce(BigInteger.ZERO, BigInteger::add))))
                .toList();
    }

    private PreviewBody.Stability stability() {
        int[] counts = new int[5];
        int withoutLines = 0;
        for (Member member : proposal.members()) {
            withoutLines += member.ranked().isEmpty() ? 1 : 0;
            boolean was = member.from().isPresent();
            boolean is = member.to().isPresent();
            if (was) {
                counts[is ? member.moves() ? 1 : 0 : 3]++;
            } else {
                counts[is ? 2 : 4]++;
            }
        }
        int before = counts[0] + counts[1] + counts[3];
        return new PreviewBody.Stability(
                proposal.members().size(),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                Percents.of(BigInteger.valueOf(counts[0]), BigInteger.valueOf(before))
                        .map(Object::toString),
                withoutLines);
    }

    /** From where and to where. */
    private record Way(Optional<String> from, Optional<String> to) {}

    private List<PreviewBody.Flow> flows(List<Member> moves) {
        Map<Way, List<Member>> ways =
                moves.stream().collect(Collectors.groupingBy(member -> new Way(member.from(), member.to())));
        return ways.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Way::from, NONE_LAST).thenComparing(Way::to, NONE_LAST)))
                .map(entry -> new PreviewBody.Flow(
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getValue().size(),
                        amount(Ranking.sum(entry.getValue().stream()
                                        .flatMap(member -> member.ranked().stream())
                                        .toList())
                                .value())))
                .toList();
    }

    private PreviewBody.Move move(Member member) {
        Optional<Ranked> ranked = member.ranked();
        return new PreviewBody.Move(
                member.value().code(),
                member.value().name(),
                member.from(),
                member.to(),
                ranked.map(Ranked::rank),
                ranked.map(row -> amount(row.measures().value())),
                member.why(),
                before(member),
                ranked.flatMap(row -> report.drill(row.row())));
    }

    private Optional<PreviewBody.Before> before(Member member) {
        return Optional.ofNullable(earlier.get(member.value().id()))
                .map(there -> new PreviewBody.Before(
                        member.since().map(Object::toString).orElseThrow(),
                        there.ranked().rank(),
                        there.of(),
                        amount(there.ranked().measures().value())));
    }

    private Stream<Member> ranked() {
        return proposal.members().stream().filter(member -> member.ranked().isPresent());
    }

    private static void decimal(CsvTable table, Optional<String> number) {
        number.ifPresentOrElse(table::decimal, table::empty);
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }
}
