/**
 * What operators see of the cubes: how they are loaded when the service starts, whether it is ready for reports, and a
 * comparison of memory and database to the cent.
 */
package nl.marge.cube.operation;
