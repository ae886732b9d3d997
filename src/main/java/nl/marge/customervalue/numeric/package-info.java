/**
 * The numerical tools of the models, in plain Java over arrays of double: two special functions by continued
 * fractions, Gauss rules, small symmetric matrices, a quasi-Newton minimiser, sums without loss and random numbers
 * by counter. Depends on nothing of ours; log-gamma and its kin come from Commons Numbers.
 */
package nl.marge.customervalue.numeric;
