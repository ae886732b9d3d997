package nl.marge.customervalue.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {

    private static final SymmetricMatrix MATRIX = new SymmetricMatrix(new double[][] {{4, 1}, {1, 3}});

    @Test
    void inverts() {
        SymmetricMatrix inverse = MATRIX.inverse().orElseThrow();

        assertEquals(3 / 11.0, inverse.at(0, 0), 1e-15);
        assertEquals(-1 / 11.0, inverse.at(0, 1), 1e-15);
        assertEquals(4 / 11.0, inverse.at(1, 1), 1e-15);
    }

    @Test
    void tellsItsConditionByItsEigenvalues() {
        assertEquals((7 + Math.sqrt(5)) / (7 - Math.sqrt(5)), MATRIX.conditionNumber(), 1e-13);
        assertEquals(Double.MAX_VALUE, new SymmetricMatrix(new double[][] {{1, 2}, {2, 1}}).conditionNumber());
    }

    @Test
    void hasNoInverseWhenNotPositiveDefinite() {
        assertEquals(Optional.empty(), new SymmetricMatrix(new double[][] {{1, 2}, {2, 1}}).inverse());
        assertEquals(Optional.empty(), new SymmetricMatrix(new double[][] {{Double.NaN}}).inverse());
    }

    @Test
    void goesToRowsAndBack() {
        SymmetricMatrix back = SymmetricMatrix.ofRows(MATRIX.rows());

        assertEquals(List.of(4.0, 1.0, 1.0, 3.0), back.rows());
        assertEquals(4 + 2 * 2 * 1 + 4 * 3, back.quadraticForm(new double[] {1, 2}), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> SymmetricMatrix.ofRows(List.of(1.0, 2.0)));
        assertTrue(MATRIX.times(2).rows().contains(8.0));
    }
}
