package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.H2Server;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a host is told when stores cannot be opened over its data source, or are closed. */
class OpeningTest {

    @Test
    void a_database_that_is_down_is_the_cause() {
        DataSource down = h2("jdbc:h2:tcp://127.0.0.1:1/none");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> JpaAccountStores.over(down))
                .satisfies(refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNCHANGED))
                .havingCause()
                .isInstanceOf(SQLException.class)
                .withMessageContaining("127.0.0.1:1");
    }

    @Test
    void another_database_is_told_the_supported_ones() {
        DataSource oracle = named("Oracle", h2(new H2Server().newDatabase()));

        assertThatIllegalStateException()
                .isThrownBy(() -> AccountSchema.of(oracle).createIfMissing())
                .withMessageContaining("oracle")
                .withMessageEndingWith("it supports postgresql, mariadb, mysql, h2");
    }

    @Test
    void a_database_in_memory_that_ends_with_each_connection_is_told_how_to_stay() throws SQLException {
        DataSource fleeting = h2("jdbc:h2:mem:" + UUID.randomUUID());
        AccountSchema.of(fleeting).createIfMissing();

        assertThatIllegalStateException()
                .isThrownBy(() -> JpaAccountStores.over(fleeting))
                .withMessageContaining("createIfMissing()")
                .withMessageContaining("DB_CLOSE_DELAY=-1");
    }

    @Test
    void closed_stores_say_so() throws SQLException {
        JpaAccountStores stores = closed();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Accounts.over(stores).service().isRegistered("ana"))
                .satisfies(refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNCHANGED))
                .havingCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessageContaining("the account stores")
                .withMessageContaining("closed");
    }

    @Test
    void the_recurring_task_of_closed_stores_logs_one_line() throws SQLException {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.accounts");
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        try {
            Accounts.over(closed()).maintenance().recurring(message -> {}).run();
        } finally {
            logger.detachAppender(logged);
            logger.setLevel(null);
            logger.setAdditive(true);
        }

        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).contains("closed");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    private static JpaAccountStores closed() throws SQLException {
        DataSource dataSource = h2(new H2Server().newDatabase());
        AccountSchema.of(dataSource).createIfMissing();
        JpaAccountStores stores = JpaAccountStores.over(dataSource);
        stores.close();
        return stores;
    }

    private static DataSource h2(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        return dataSource;
    }

    private static DataSource named(String product, DataSource real) {
        return answering(DataSource.class, "getConnection", real, found -> {
            Connection connection = (Connection) found;
            return answering(
                    Connection.class,
                    "getMetaData",
                    connection,
                    data -> answering(
                            DatabaseMetaData.class,
                            "getDatabaseProductName",
                            (DatabaseMetaData) data,
                            name -> product));
        });
    }

    /** Replaces the answer of one method. */
    private static <T> T answering(Class<T> type, String name, T real, UnaryOperator<Object> replacement) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        return method.getName().equals(name) ? replacement.apply(answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
