/**
 * Customer lifetime value by the retention formulas, from figures that a caller gives: margin, retention, rate and a
 * named timing convention (docs/spec-customer-retention.md). Asks no books. Doors: {@link
 * nl.marge.customervalue.retention.PaymentStream} and the resource.
 */
package nl.marge.customervalue.retention;
