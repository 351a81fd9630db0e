package dev.accounts.jpa.growth;

import static dev.accounts.jpa.database.Proxies.call;
import static dev.accounts.jpa.database.Proxies.proxy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that, before each statement, has the database run it to see how it reads the tables, and takes that back. */
final class ExplainedDataSource {

    private final Plans plans;
    private final List<Explained> explained = new CopyOnWriteArrayList<>();

    /** A statement and its reads. */
    record Explained(String sql, List<TableRead> reads) {}

    private interface Binding {
        void to(PreparedStatement statement) throws Throwable;
    }

    ExplainedDataSource(Plans plans) {
        this.plans = plans;
    }

    DataSource over(DataSource real) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(method, real, arguments);
            return result instanceof Connection connection ? explaining(connection) : result;
        });
    }

    void reset() {
        explained.clear();
    }

    List<Explained> explained() {
        return List.copyOf(explained);
    }

    private Connection explaining(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(method, real, arguments);
            return result instanceof PreparedStatement statement
                    ? explaining(real, statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement explaining(Connection connection, PreparedStatement real, String sql) {
        List<Binding> bindings = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                explain(connection, sql, bindings);
            } else if (arguments.length > 1 && arguments[0] instanceof Integer) {
                bindings.add(statement -> call(method, statement, arguments));
            }
            return call(method, real, arguments);
        });
    }

    private void explain(Connection connection, String sql, List<Binding> bindings) throws Throwable {
        @Nullable Savepoint savepoint = connection.getAutoCommit() ? null : connection.setSavepoint();
        try (PreparedStatement statement = connection.prepareStatement(plans.prefix() + sql)) {
            for (Binding binding : bindings) {
                binding.to(statement);
            }
            explained.add(new Explained(sql, plans.reads(answer(statement))));
        } finally {
            if (savepoint != null) {
                connection.rollback(savepoint);
            }
        }
    }

    private static String answer(PreparedStatement statement) throws SQLException {
        StringBuilder answer = new StringBuilder();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                answer.append(row.getString(1));
            }
        }
        return answer.toString();
    }
}
