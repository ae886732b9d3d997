/**
 * What moved a margin from one range or scenario to another: price, volume, mix, purchase cost, lines that came and
 * went, and each cost below gross margin (docs/spec-profit-bridge.md). Door: {@link
 * nl.marge.profitability.bridge.Bridges}. {@link nl.marge.profitability.bridge.MarginBridge} holds the formulas and is
 * pure; the measure itself comes from the segment P&amp;L, so that the steps are proved against another way of adding.
 */
package nl.marge.profitability.bridge;
