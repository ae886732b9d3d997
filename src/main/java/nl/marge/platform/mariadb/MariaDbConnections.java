package nl.marge.platform.mariadb;

import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.MySQLExceptionSorter;
import io.quarkus.agroal.runtime.AgroalConnectionConfigurer;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;

/** Teaches the pool to recognise a dead connection: for a driver of kind "other" it knows no errors by itself. */
@Singleton
@Unremovable
@JdbcDriver("other")
class MariaDbConnections implements AgroalConnectionConfigurer {

    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier dataSource) {
        dataSource.connectionPoolConfiguration().exceptionSorter(new MySQLExceptionSorter());
    }
}
