package dev.accounts.jpa.database;

import static dev.accounts.jpa.database.Proxies.call;
import static dev.accounts.jpa.database.Proxies.proxy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that records every statement and commit, and fails where a test says so. */
public final class ProbedDataSource {

    private final List<String> executed = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();
    private volatile boolean autoCommit = true;
    private volatile Fault fault = (moment, sql) -> {};

    /** When a fault is asked for. */
    public enum Moment {
        CONNECTION,
        STATEMENT,
        AFTER_STATEMENT,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** What goes wrong. */
    public interface Fault {
        void at(Moment moment, String sql) throws SQLException;
    }

    public DataSource over(DataSource real) {
        return proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                fault.at(Moment.CONNECTION, "");
            }
            Object result = call(method, real, arguments);
            if (result instanceof Connection connection) {
                connection.setAutoCommit(autoCommit);
                return probed(connection);
            }
            return result;
        });
    }

    public void failWith(Fault newFault) {
        this.fault = newFault;
    }

    /** Fails writing transactions only: reads have no commit, and their statements select. */
    public void failWrites(Moment where, int times, String sqlState, int code) {
        int[] left = {times};
        failWith((moment, sql) -> {
            boolean meant = moment == where && !sql.startsWith("select") && !sql.startsWith("(select");
            if (meant && left[0]-- > 0) {
                throw new SQLException("probe", sqlState, code);
            }
        });
    }

    /** From now on connections are given out in a transaction, as some pools do. */
    public void withoutAutoCommit() {
        autoCommit = false;
    }

    /** Forgets what was executed, and what a test asked for. */
    public void reset() {
        autoCommit = true;
        fault = (moment, sql) -> {};
        executed.clear();
        commits.set(0);
    }

    public List<String> executed() {
        return List.copyOf(executed);
    }

    public int commits() {
        return commits.get();
    }

    private Connection probed(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                commits.incrementAndGet();
                fault.at(Moment.BEFORE_COMMIT, "");
                call(method, real, arguments);
                fault.at(Moment.AFTER_COMMIT, "");
                return null;
            }
            Object result = call(method, real, arguments);
            if (result instanceof PreparedStatement statement) {
                return probed(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return result;
        });
    }

    private <T extends Statement> T probed(Class<T> type, T real, String sql) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                executed.add(sql);
                fault.at(Moment.STATEMENT, sql);
                Object result = call(method, real, arguments);
                fault.at(Moment.AFTER_STATEMENT, sql);
                return result;
            }
            return call(method, real, arguments);
        });
    }
}
