/**
 * What-ifs over HTTP: asked at once, kept ones calculated and compared, one percent of each lever, and how far a lever
 * has to go. Bodies are read here, {@link nl.marge.profitability.whatif} calculates.
 */
package nl.marge.profitability.whatif.answer;
