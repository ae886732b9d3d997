/**
 * The six levers that move a segment's profit, and the sets of them that are kept by name (what-ifs). What they come to
 * is calculated a floor above. Doors: {@link nl.marge.allocation.lever.WhatIfs} and, for levers in a request,
 * {@link nl.marge.allocation.lever.LeverForm}.
 */
package nl.marge.allocation.lever;
