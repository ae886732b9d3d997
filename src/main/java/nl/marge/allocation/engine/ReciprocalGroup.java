package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.marge.allocation.engine.Unplannable.ClosedGroup;
import nl.marge.kernel.apportion.Weights;

/** Pools that serve each other: who of them takes part, and what becomes of who does not. */
final class ReciprocalGroup {

    /** Pools of one group at most: the work grows with the fourth power, or more, of their number. */
    static final int MEMBERS_LIMIT = 50;

    private final List<Member> members = new ArrayList<>();

    private ReciprocalGroup(List<Turn> turns, Pools pools) {
        Map<Integer, Integer> places = new HashMap<>();
        for (Turn turn : turns) {
            if (turn.sender().streams().size() != 1) {
                throw new IllegalArgumentException("rule " + turn.sender().rule() + " is RECIPROCAL and has "
                        + turn.sender().streams().size() + " streams instead of one");
            }
            places.put(turn.sender().pool(), places.size());
        }
        if (turns.size() > MEMBERS_LIMIT) {
            throw new IllegalArgumentException(
                    "a reciprocal group has " + turns.size() + " pools, at most " + MEMBERS_LIMIT);
        }
        turns.forEach(turn -> members.add(new Member(turn, pools, places)));
    }

    /** What becomes of each member, whose turn it is for all at once. */
    static List<RuleResult> run(List<Turn> turns, Pools pools) {
        return new ReciprocalGroup(turns, pools).results();
    }

    private List<RuleResult> results() {
        List<Integer> flowing = flowing();
        requireWayOut(flowing);
        List<RuleResult> solved = flowing.isEmpty() ? List.of() : new ReciprocalFlow(members, flowing).results();
        List<RuleResult> results = new ArrayList<>();
        for (int member = 0; member < members.size(); member++) {
            Turn turn = members.get(member).turn();
            int place = flowing.indexOf(member);
            if (place >= 0) {
                results.add(solved.get(place));
            } else {
                results.add(turn.hasNothing() ? turn.nothing() : turn.withoutDriver());
            }
        }
        return results;
    }

    /** The members that have cost and weights, and all that cost reaches from there. */
    private List<Integer> flowing() {
        return reached(
                member -> members.get(member).total().signum() > 0
                        && !members.get(member).turn().hasNothing(),
                (from, to) -> members.get(from).serves(to));
    }

    private void requireWayOut(List<Integer> flowing) {
        List<Integer> leaving =
                reached(member -> members.get(member).outsideTotal().signum() > 0, (from, to) -> members.get(to)
                        .serves(from));
        List<String> stuck = flowing.stream()
                .filter(member -> !leaving.contains(member))
                .map(member -> members.get(member).turn().pool().code())
                .toList();
        if (!stuck.isEmpty()) {
            throw new ClosedGroup(members.get(0).turn().sender().group().orElseThrow(), stuck);
        }
    }

    /** The members that are reached from the first ones along the ways, ascending. */
    private List<Integer> reached(IntPredicate first, BiPredicate<Integer, Integer> way) {
        boolean[] reached = new boolean[members.size()];
        List<Integer> found = new ArrayList<>();
        IntStream.range(0, reached.length).filter(first).forEach(member -> {
            reached[member] = true;
            found.add(member);
        });
        for (int i = 0; i < found.size(); i++) {
            for (int to = 0; to < reached.length; to++) {
                if (!reached[to] && way.test(found.get(i), to)) {
                    reached[to] = true;
                    found.add(to);
                }
            }
        }
        return found.stream().sorted().toList();
    }

    /**
     * A pool of a reciprocal group: whom it serves outside, and which other members it serves. What a pool uses of
     * itself is left out.
     */
    static final class Member {

        private final Turn turn;
        private final Rows outside;

        /** Outside first, then one for each member of the group. */
        private final Weights weights;

        private final BigInteger insideTotal;

        /**
         * A member.
         *
         * @param places the place in the group by pool
         */
        Member(Turn turn, Pools pools, Map<Integer, Integer> places) {
            this.turn = turn;
            outside = Rows.of(turn.sender(), pools);
            List<BigDecimal> all = new ArrayList<>(outside.weights());
            all.addAll(inside(turn.sender(), places));
            weights = Weights.of(all);
            BigInteger sum = BigInteger.ZERO;
            for (int member = 0; member < places.size(); member++) {
                sum = sum.add(to(member));
            }
            insideTotal = sum;
        }

        private Member(Turn turn, Member other) {
            this.turn = turn;
            outside = other.outside;
            weights = other.weights;
            insideTotal = other.insideTotal;
        }

        /** The same member with the opposite of all its cost. */
        Member opposite() {
            return new Member(turn.opposite(), this);
        }

        Turn turn() {
            return turn;
        }

        /** Whom it serves outside of the group. */
        Rows outside() {
            return outside;
        }

        /** The weight of a receiver outside, by its position there. */
        BigInteger weight(int position) {
            return weights.at(position);
        }

        BigInteger total() {
            return weights.total();
        }

        BigInteger outsideTotal() {
            return weights.total().subtract(insideTotal);
        }

        /** The weight of another member; in the unit of the weights outside. */
        BigInteger to(int member) {
            return weights.at(outside.size() + member);
        }

        boolean serves(int member) {
            return to(member).signum() > 0;
        }

        private static List<BigDecimal> inside(Sender sender, Map<Integer, Integer> places) {
            List<BigDecimal> inside = new ArrayList<>(Collections.nCopies(places.size(), BigDecimal.ZERO));
            Stream stream = sender.streams().get(0);
            for (int i = 0; i < stream.receivers().length; i++) {
                int receiver = stream.receivers()[i];
                Integer place = receiver < 0 ? places.get(Stream.pool(receiver)) : null;
                if (place != null && Stream.pool(receiver) != sender.pool()) {
                    inside.set(place, stream.weights().get(i));
                }
            }
            return inside;
        }
    }
}
