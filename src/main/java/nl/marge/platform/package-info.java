/**
 * What every room needs of the outside world and none should build twice: the database (embedded or given), units of
 * work with their one retry rule, and, in {@code platform.http}, the edge. It knows no business.
 */
package nl.marge.platform;
