package nl.marge.cube;

import nl.marge.dimension.DimensionSetsFixture;
import nl.marge.seeded.SeededBooks;

/** Cubes over seeded books, without a database. */
public final class CubeFixture {

    private static final Scanner SCANNER = new Scanner();

    private CubeFixture() {}

    /** The cube over the entries up to a number. */
    public static CubeView view(SeededBooks books, int through) {
        Cube cube = new Cube();
        cube.append(books.block(1, through));
        return new CubeView(
                cube.columns(), DimensionSetsFixture.known(books.dimensions().sets()), SCANNER);
    }
}
