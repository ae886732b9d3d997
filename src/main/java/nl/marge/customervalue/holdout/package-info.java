/**
 * The proof of a model: fitted on what was known at one date, compared with what came after ({@link
 * nl.marge.customervalue.holdout.HoldoutReport}), and week by week ({@link nl.marge.customervalue.holdout.Tracking}).
 * Uses {@code fit}, {@code model}, {@code purchase} and {@code numeric}.
 */
package nl.marge.customervalue.holdout;
