/**
 * What a customer is worth: histories from the cube, retention and cohorts, models of buying and leaving, and customer
 * lifetime value in present values. The only room that counts in {@code double} besides the platform: statistics are
 * estimates, money is rounded once at the edge.
 */
package nl.marge.customervalue;
