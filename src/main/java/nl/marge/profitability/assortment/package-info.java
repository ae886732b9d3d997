/**
 * Which products carry the company and which are hard to plan: ABC by margin after cost-to-serve, XYZ by how much demand
 * varies, and the stock that both suggest (docs/spec-profitability.md). Door: {@link
 * nl.marge.profitability.assortment.Assortments}; classes and demand are pure.
 */
package nl.marge.profitability.assortment;
