package nl.marge.allocation.driver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Driver.FromLedger;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.ledger.setting.CodeList;
import nl.marge.platform.Database;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of drivers, for appending in the running transaction. */
@ApplicationScoped
class DriverStore {

    private final Database database;

    DriverStore(Database database) {
        this.database = database;
    }

    /** Says what the drivers are from this change on, or that there are none such any more. */
    void append(ReferenceChange change, List<Driver> drivers, boolean removed) {
        if (drivers.isEmpty()) {
            return;
        }
        database.read(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    insert into driver
                      (company_id, code, version, removed, name, unit, receivers, negative, measure,
                       distinct_dimension, accounts, filter)
                    values
                      (:companyId, :code, :version, :removed, :name, :unit, :receivers, :negative, :measure,
                       :distinct, :accounts, :filter)
                    """);
            for (Driver driver : drivers) {
                insert.bind("companyId", change.companyId())
                        .bind("version", change.version())
                        .bind("removed", removed);
                bind(insert, driver);
                insert.add();
            }
            return insert.execute();
        });
    }

    private static void bind(PreparedBatch insert, Driver driver) {
        Optional<FromLedger> ledger = driver.fromLedger();
        insert.bind("code", driver.code())
                .bind("name", driver.name())
                .bind("unit", driver.unit())
                .bind("receivers", CodeList.text(driver.receivers()))
                .bind("negative", driver.negative().name())
                .bind("measure", ledger.map(from -> from.measure().name()).orElse(null))
                .bind("distinct", ledger.flatMap(FromLedger::distinct).orElse(null))
                .bind(
                        "accounts",
                        ledger.map(from -> CodeList.text(from.accounts())).orElse(""))
                .bind("filter", ledger.map(FromLedger::filter).orElse(""));
    }
}
