/**
 * Balances of accounts and dimensions over the cube: what stood at the opening, what was debited and credited, what
 * stands at the close. Door: {@link nl.marge.cube.balances.Balances}.
 */
package nl.marge.cube.balances;
