/**
 * When customers bought, as the models need it: per customer the number of repeat purchase days, how long after the
 * first the last one was, and how long ago the first was. Customers alike in all three are counted together ({@link
 * nl.marge.customervalue.purchase.PurchaseGroups}). Depends on nothing of ours.
 */
package nl.marge.customervalue.purchase;
