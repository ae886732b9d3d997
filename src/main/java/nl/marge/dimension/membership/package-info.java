/**
 * Upkeep of memberships: which value of one dimension belongs to which value of another, from which day. What was said
 * is never erased: a correction and a taking back are rows of their own. Door: {@code Memberships}.
 */
package nl.marge.dimension.membership;
