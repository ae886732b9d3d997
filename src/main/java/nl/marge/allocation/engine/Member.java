package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.apportion.Weights;

/**
 * A pool of a reciprocal group: whom it serves outside, and which other members it serves. What a pool uses of itself
 * is left out.
 */
final class Member {

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
