/**
 * Customers by when they first bought: who of them still buys, what they bring age by age, what it cost to win them and
 * when that is earned back (docs/spec-customer-retention.md). Door: {@link nl.marge.customervalue.cohort.CohortTable},
 * made of buyers and pure. Beside it are the histories of customers and survival.
 */
package nl.marge.customervalue.cohort;
