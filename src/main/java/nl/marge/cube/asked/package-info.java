/**
 * How reports take their requests in: the company, the moment of its books that is asked about, and the cube as it was
 * then. Door: {@link nl.marge.cube.asked.AskedReports}; profitability and customer value ask through it.
 */
package nl.marge.cube.asked;
