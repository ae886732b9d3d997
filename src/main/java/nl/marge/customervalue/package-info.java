/**
 * What a customer is worth: histories from the cube, cohorts and retention, models of buying and leaving, and customer
 * lifetime value in present values. The only room besides the platform that counts in {@code double}: statistics are
 * estimates, and money is rounded once, at the edge.
 */
package nl.marge.customervalue;
