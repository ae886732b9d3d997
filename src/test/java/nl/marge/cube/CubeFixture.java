package nl.marge.cube;

import java.util.List;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSetsFixture;
import nl.marge.ledger.tail.LineBlock;
import nl.marge.seeded.SeededBooks;

/** Cubes over seeded books, without a database. */
public final class CubeFixture {

    private static final Scanner SCANNER = new Scanner();

    private CubeFixture() {}

    /** The cube over the entries up to a number. */
    public static CubeView view(SeededBooks books, int through) {
        return view(books.block(1, through), books.dimensions().sets());
    }

    /** The cube over these lines, on sets whose ids count from 1. */
    public static CubeView view(LineBlock block, List<DimensionSet> sets) {
        Cube cube = new Cube();
        cube.append(block);
        return new CubeView(cube.columns(), DimensionSetsFixture.known(sets), SCANNER);
    }
}
