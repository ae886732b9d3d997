package nl.marge.platform.mariadb;

import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.MySQLExceptionSorter;
import io.quarkus.agroal.runtime.AgroalConnectionConfigurer;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;

/**
 * Tells the pool which errors mean that a connection is gone. For a driver that Quarkus does not know by name it asks
 * nobody, and would hand out dead connections for ever after the server dropped them.
 */
@Singleton
@Unremovable // Nobody injects it, and Quarkus drops what nobody injects.
@JdbcDriver("other")
class MariaDbConnections implements AgroalConnectionConfigurer {

    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier dataSource) {
        dataSource.connectionPoolConfiguration().exceptionSorter(new MySQLExceptionSorter());
    }
}
