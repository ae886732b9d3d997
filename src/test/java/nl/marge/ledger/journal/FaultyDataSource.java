package nl.marge.ledger.journal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source whose connections fail once, at the n-th step that reaches the server (a statement run or a commit):
 * before the step, as a lost conflict does, or after it, as a lost answer does.
 */
final class FaultyDataSource {

    private static final Set<String> STEPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

    private final DataSource real;
    private final int faultyStep;
    private final boolean afterwards;
    private final SQLException fault;
    private final AtomicInteger steps = new AtomicInteger();
    private volatile boolean thrown;

    FaultyDataSource(DataSource real, int faultyStep, boolean afterwards, SQLException fault) {
        this.real = real;
        this.faultyStep = faultyStep;
        this.afterwards = afterwards;
        this.fault = fault;
    }

    /** Whether the fault came to pass. */
    boolean isThrown() {
        return thrown;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = step(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? proxy(PreparedStatement.class, (p, m, a) -> step(statement, m, a))
                    : result;
        });
    }

    private Object step(Object target, Method method, Object[] arguments) throws Throwable {
        if (!STEPS.contains(method.getName()) || steps.incrementAndGet() != faultyStep) {
            return call(target, method, arguments);
        }
        if (afterwards) {
            call(target, method, arguments);
        }
        thrown = true;
        throw fault;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
