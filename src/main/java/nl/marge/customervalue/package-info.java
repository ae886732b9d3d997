/**
 * What a customer is worth. The mathematics stands in rooms of its own, without HTTP, database or clock, lowest
 * first: {@code numeric} (special functions, quadrature, a minimiser), {@code purchase} (when customers bought,
 * counted), {@code model} (the laws of buying and leaving), {@code spend} (what a purchase brings), {@code fit}
 * (estimates with their uncertainty), {@code holdout} (their proof on time they had not seen). Each uses only those
 * before it. Here alone a {@code double} may stand: all of it is estimate, and money is made of it at the edge, once.
 */
package nl.marge.customervalue;
