/**
 * How long customers stay, told from those who are gone and those who are not yet (Kaplan and Meier 1958). Door: {@link
 * nl.marge.customervalue.survival.Lifetimes}. Pure.
 */
package nl.marge.customervalue.survival;
