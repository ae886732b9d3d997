/**
 * Who earns the money: rows of a segment P&amp;L ranked by one of its lines, the whale curve over them, and how
 * concentrated they are (docs/spec-profitability.md). Door: {@link nl.marge.profitability.ranking.Ranking}, made of a
 * report and pure.
 */
package nl.marge.profitability.ranking;
