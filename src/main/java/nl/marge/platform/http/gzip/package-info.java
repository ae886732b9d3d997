/**
 * Request bodies that come as gzip, undone before any resource reads them. No door: a filter of the edge that works by
 * itself; it uses the JDK only.
 */
package nl.marge.platform.http.gzip;
