/**
 * What governs allocations: cost pools with their capacities, drivers, cycles with their dated versions of rules; plain
 * values. {@link nl.marge.allocation.setting.AllocationSettings} is the picture of all of it at one reference version.
 */
package nl.marge.allocation.setting;
