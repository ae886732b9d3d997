/**
 * The rules of the house as tests: who may use whom (bytecode, ArchUnit), how big things may be (source, the compiler's
 * own parser), and what may stand in the repository (text). Each rule is shown a bad example it must refuse.
 */
package nl.marge.house;
