/**
 * How customers buy and leave: BG/NBD, MBG/NBD and Pareto/NBD for those who leave without a word ({@link
 * nl.marge.customervalue.model.PurchaseModel}), the shifted beta-geometric for contracts ({@link
 * nl.marge.customervalue.model.ShiftedBetaGeometric}). A model is its parameters: it says how likely data are, who
 * is still there, and what is to come, discounted if asked. Times are in weeks. Uses {@code purchase} and {@code
 * numeric}.
 */
package nl.marge.customervalue.model;
