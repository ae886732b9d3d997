package nl.marge.customervalue.rfm;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** Customers with their scores, and how many have which. Who did not buy has none. Pure. */
final class RfmTable {

    private final List<Scored> customers = new ArrayList<>();
    private final Map<Score, Cell> cells = new TreeMap<>(Comparator.reverseOrder());
    private final Cell withoutPurchase;

    /**
     * What a customer is scored by.
     *
     * @param customer value id
     * @param recency days since the last day he bought; 0 for who did not
     * @param frequency days on which he bought
     * @param netRevenue in minor units
     * @param margin after cost-to-serve and before acquisition, in minor units
     */
    record Bought(int customer, long recency, int frequency, BigInteger netRevenue, BigInteger margin) {
        Bought {
            requireNonNull(netRevenue, "netRevenue");
            requireNonNull(margin, "margin");
        }
    }

    /** Scores, each 1 to 5, 5 the best; ordered by recency, then frequency, then money. */
    record Score(int recency, int frequency, int money) implements Comparable<Score> {

        /** The code of its cell. */
        String code() {
            return "R" + recency + "F" + frequency + "M" + money;
        }

        /** Its cell in words. */
        String title() {
            return "Recency " + recency + ", frequency " + frequency + ", money " + money;
        }

        @Override
        public int compareTo(Score other) {
            return Comparator.comparingInt(Score::recency)
                    .thenComparingInt(Score::frequency)
                    .thenComparingInt(Score::money)
                    .compare(this, other);
        }
    }

    /** A customer who bought, and his score. */
    record Scored(Bought bought, Score score) {}

    /** Customers together: those of one score, or those without. */
    record Cell(int customers, BigInteger netRevenue, BigInteger margin) {
        private static final Cell NONE = new Cell(0, BigInteger.ZERO, BigInteger.ZERO);

        private Cell with(Bought bought) {
            return new Cell(customers + 1, netRevenue.add(bought.netRevenue()), margin.add(bought.margin()));
        }
    }

    /** By what buyers are scored: cut-offs, or quintiles where there are none; money is revenue or margin. */
    record Method(Optional<Cuts> recency, Optional<Cuts> frequency, Optional<Cuts> money, Money of) {
        Method {
            requireNonNull(recency, "recency");
            requireNonNull(frequency, "frequency");
            requireNonNull(money, "money");
            requireNonNull(of, "of");
        }

        private BigInteger money(Bought bought) {
            return of == Money.REVENUE ? bought.netRevenue() : bought.margin();
        }
    }

    /** What money is. */
    enum Money {
        MARGIN,
        REVENUE
    }

    RfmTable(List<Bought> all, Method method) {
        List<Bought> buyers =
                all.stream().filter(bought -> bought.frequency() > 0).toList();
        IntUnaryOperator recency = scores(
                buyers.stream().map(Bought::recency).toList(),
                Comparator.<Long>reverseOrder(),
                method.recency().map(cuts -> i -> cuts.atMost(buyers.get(i).recency())));
        IntUnaryOperator frequency = scores(
                buyers.stream().map(Bought::frequency).toList(),
                Comparator.<Integer>naturalOrder(),
                method.frequency()
                        .map(cuts -> i ->
                                cuts.atLeast(BigInteger.valueOf(buyers.get(i).frequency()))));
        IntUnaryOperator money = scores(
                buyers.stream().map(method::money).toList(),
                Comparator.<BigInteger>naturalOrder(),
                method.money().map(cuts -> i -> cuts.atLeast(method.money(buyers.get(i)))));
        for (int i = 0; i < buyers.size(); i++) {
            Bought bought = buyers.get(i);
            Score score = new Score(recency.applyAsInt(i), frequency.applyAsInt(i), money.applyAsInt(i));
            customers.add(new Scored(bought, score));
            cells.put(score, cells.getOrDefault(score, Cell.NONE).with(bought));
        }
        Cell rest = Cell.NONE;
        for (Bought customer : all) {
            rest = customer.frequency() == 0 ? rest.with(customer) : rest;
        }
        withoutPurchase = rest;
    }

    /** The customers who bought, in the order given. */
    List<Scored> customers() {
        return customers;
    }

    /** The cells that have anybody, the best first. */
    Map<Score, Cell> cells() {
        return cells;
    }

    /** The customers who did not buy. */
    Cell withoutPurchase() {
        return withoutPurchase;
    }

    private static <T> IntUnaryOperator scores(List<T> values, Comparator<T> order, Optional<IntUnaryOperator> byCuts) {
        return byCuts.orElseGet(() -> {
            int[] scores = Quintiles.scores(values, order);
            return i -> scores[i];
        });
    }
}
