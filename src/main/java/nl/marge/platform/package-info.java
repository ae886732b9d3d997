/** The ground floor: what every room needs of the outside world. */
package nl.marge.platform;
