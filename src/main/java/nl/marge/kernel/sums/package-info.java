/** Exact sums of many integers, and the numbers that cells of such sums go by; without an object a number. */
package nl.marge.kernel.sums;
