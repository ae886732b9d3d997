/**
 * Which scenarios the books hold: any code is one as soon as an entry names it, so there is nothing to set up, only to
 * find. Door: {@link nl.marge.cube.scenario.ScenarioResource}, which asks the cube.
 */
package nl.marge.cube.scenario;
