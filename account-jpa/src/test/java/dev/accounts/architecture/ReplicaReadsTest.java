package dev.accounts.architecture;

import static dev.accounts.jpa.database.Proxies.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.spi.AccountStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/**
 * Which methods of the stores ask a replica: only those whose callers decide nothing by the answer. Before a method is added here,
 * look who calls it (the table in {@code docs/transactions.md}).
 */
class ReplicaReadsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Samples samples = new Samples();

    @Test
    void only_what_staff_look_up_goes_to_a_replica() throws Exception {
        JdbcDataSource primary = new JdbcDataSource();
        primary.setURL("jdbc:h2:mem:primary-of-replica;DB_CLOSE_DELAY=-1");
        AccountSchema.of(primary).createIfMissing();
        DataSource replica = proxy(DataSource.class, (method, arguments) -> {
            asked.incrementAndGet();
            throw new SQLException("down", "XX000");
        });
        Set<String> sent = new TreeSet<>();
        int methods = 0;
        try (JpaAccountStores stores = JpaAccountStores.over(primary).readReplica(replica)) {
            for (Method store : ports().toList()) {
                Object port = store.invoke(stores);
                for (Method method : store.getReturnType().getMethods()) {
                    methods++;
                    if (asksReplica(port, method)) {
                        sent.add(store.getReturnType().getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        assertThat(sent).containsExactly("AuditStore.list", "TownStore.search", "UserStore.search");
        assertThat(methods).isGreaterThan(40);
    }

    private static Stream<Method> ports() throws NoSuchMethodException {
        return Stream.concat(
                Arrays.stream(AccountStores.class.getDeclaredMethods())
                        .filter(method -> method.getParameterCount() == 0),
                Stream.of(JpaAccountStores.class.getMethod("audit")));
    }

    private boolean asksReplica(Object port, Method method) throws IllegalAccessException {
        int before = asked.get();
        try {
            method.invoke(
                    port, Arrays.stream(method.getParameters()).map(samples::of).toArray());
        } catch (InvocationTargetException refused) {
            // Whether the sample makes sense there does not matter.
        }
        return asked.get() > before;
    }
}
