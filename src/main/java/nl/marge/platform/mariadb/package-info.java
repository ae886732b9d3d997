/**
 * The service's own MariaDB, for a first start, development and tests: when no JDBC URL is configured, one is started
 * from the binaries on the class path before Quarkus reads its run-time configuration. The server dies with the JVM,
 * however that dies; the data stays. Door: {@link nl.marge.platform.mariadb.EmbeddedMariaDb}, called by the
 * configuration source only.
 */
package nl.marge.platform.mariadb;
