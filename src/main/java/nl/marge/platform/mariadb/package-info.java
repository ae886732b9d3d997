/**
 * The database beside the service: checks what is configured, and where nothing is, starts a MariaDB server of our
 * own before anything else and leads the pool and the migrations to it.
 *
 * <p>Its door is the configuration: nobody calls this room, everybody simply has a data source. Neighbours: none of
 * ours.
 */
package nl.marge.platform.mariadb;
