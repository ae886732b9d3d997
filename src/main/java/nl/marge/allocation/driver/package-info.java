/**
 * Upkeep of drivers, and their quantities as facts: each thing said is kept, the last one counts. Doors: {@link
 * nl.marge.allocation.driver.Drivers} for upkeep, {@link nl.marge.allocation.driver.DriverQuantities} for runs.
 */
package nl.marge.allocation.driver;
