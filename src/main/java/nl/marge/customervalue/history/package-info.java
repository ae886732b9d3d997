/**
 * What customers bought, earned and cost, day by day, as the cube holds it: what RFM, cohorts and fits are made of.
 * Door: {@link nl.marge.customervalue.history.CustomerHistories}.
 */
package nl.marge.customervalue.history;
