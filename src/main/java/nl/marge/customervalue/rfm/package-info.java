/**
 * Customers scored by how recently, how often and how profitably they bought, and these scores written back as
 * memberships (docs/spec-customer-retention.md). Door: {@link nl.marge.customervalue.rfm.RfmTable}, made of buyers and
 * pure. Beside it are the histories of customers; memberships are written by {@link
 * nl.marge.ledger.segmentation.MembershipWrites}.
 */
package nl.marge.customervalue.rfm;
