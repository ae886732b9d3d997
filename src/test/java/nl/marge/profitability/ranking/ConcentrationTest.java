package nl.marge.profitability.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    @Test
    void isNoneWhenAllAreEqual() {
        assertEquals(
                Optional.of(new BigDecimal("0.0000")),
                Concentration.gini(values(7, 7, 7, 7)).value());
        assertEquals(
                Optional.of(new BigDecimal("0.2500")),
                Concentration.herfindahl(values(7, 7, 7, 7)).value());
    }

    @Test
    void comesOutAsByHand() {
        // Places 1 to 3 of 3: (-2 x 10 + 0 x 20 + 2 x 70) / (3 x 100); 0.01 + 0.04 + 0.49.
        assertEquals(
                Optional.of(new BigDecimal("0.4000")),
                Concentration.gini(values(70, 10, 20)).value());
        assertEquals(
                Optional.of(new BigDecimal("0.5400")),
                Concentration.herfindahl(values(70, 10, 20)).value());
    }

    @Test
    void isAllWhenOneHasAll() {
        assertEquals(
                Optional.of(new BigDecimal("0.7500")),
                Concentration.gini(values(0, 0, 0, 5)).value());
        assertEquals(
                Optional.of(new BigDecimal("1.0000")),
                Concentration.herfindahl(values(0, 0, 0, 5)).value());
        assertEquals(
                Optional.of(new BigDecimal("0.0000")),
                Concentration.gini(values(5)).value());
    }

    @Test
    void saysWhyThereIsNoFigure() {
        assertEquals(
                Optional.of(Concentration.Missing.NEGATIVE_NET_REVENUE),
                Concentration.gini(values(5, -1)).missing());
        assertEquals(
                Optional.of(Concentration.Missing.NO_NET_REVENUE),
                Concentration.herfindahl(values(0, 0)).missing());
        assertEquals(
                Optional.of(Concentration.Missing.NO_NET_REVENUE),
                Concentration.gini(values()).missing());
    }

    private static List<BigInteger> values(long... values) {
        return LongStream.of(values).mapToObj(BigInteger::valueOf).toList();
    }
}
