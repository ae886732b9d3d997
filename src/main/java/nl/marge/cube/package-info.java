/**
 * The ledger's columns in memory, per company in number order, and the scans over them. The cube follows the ledger's
 * tail before each answer, so an answer is exact to the last committed line; what it holds is a copy that can be thrown
 * away and read again. Its door is narrow: {@link nl.marge.cube.Cubes} gives sums in additive cells with their line
 * counts, never lines. Reports of any kind stand on it; below it are the ledger and the dimensions.
 */
package nl.marge.cube;
