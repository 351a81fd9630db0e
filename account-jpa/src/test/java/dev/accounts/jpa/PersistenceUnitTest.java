package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.H2Server;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;

/** A host's persistence unit that cannot serve the stores is refused with the reason and what to do. */
class PersistenceUnitTest {

    @Test
    void without_the_mapping_file_is_told_its_name() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(new H2Server().newDatabase());
            AccountSchema.of(pool).createIfMissing();
            Configuration host = new Configuration();
            host.getProperties().put("hibernate.connection.datasource", pool);
            try (EntityManagerFactory unit = host.buildSessionFactory()) {
                assertThatThrownBy(() -> JpaAccountStores.sharing(unit))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("does not map AccountAttempt")
                        .hasMessageContaining("META-INF/account-orm.xml")
                        .hasMessageNotContaining("V1__accounts.sql");
            }
        }
    }

    @Test
    void of_another_provider_is_told_to_be_hibernate() {
        EntityManagerFactory unit = AnotherProvider.unit();

        assertThatThrownBy(() -> JpaAccountStores.sharing(unit))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not Hibernate's")
                .hasMessageContaining(unit.getClass().getName());
    }

    @Test
    void is_told_to_be_hibernate_where_there_is_no_hibernate() throws Exception {
        try (URLClassLoader application = withoutHibernate()) {
            Class<?> provider = application.loadClass(AnotherProvider.class.getName());
            Object unit = provider.getMethod("unit").invoke(null);
            Method sharing = application
                    .loadClass(JpaAccountStores.class.getName())
                    .getMethod("sharing", application.loadClass(EntityManagerFactory.class.getName()));

            assertThatThrownBy(() -> sharing.invoke(null, unit))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not Hibernate's");
            assertThat(application.getResource("org/hibernate/Session.class")).isNull();
        }
    }

    @Test
    void needs_hibernate_even_if_the_host_has_none() throws Exception {
        try (URLClassLoader application = withoutHibernate()) {
            assertThatNoStoresOpen(application)
                    .hasMessageContaining("org.hibernate.orm:hibernate-core")
                    .hasMessageContaining("org/hibernate/");
        }
    }

    @Test
    void needs_the_interfaces_that_its_hibernate_was_built_for() throws Exception {
        try (URLClassLoader application = without(entry -> false, "jakarta.persistence.SharedCacheMode")) {
            assertThatNoStoresOpen(application)
                    .hasMessageContaining("needs a newer jakarta.persistence-api")
                    .hasMessageContaining("jakarta/persistence/SharedCacheMode");
        }
    }

    private static AbstractThrowableAssert<?, ?> assertThatNoStoresOpen(ClassLoader application) throws Exception {
        Method over = application.loadClass(JpaAccountStores.class.getName()).getMethod("over", DataSource.class);
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:");

        return assertThatThrownBy(() -> over.invoke(null, dataSource))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class);
    }

    private static URLClassLoader withoutHibernate() {
        return without(entry -> entry.contains("hibernate"), "");
    }

    private static URLClassLoader without(Predicate<String> entries, String className) {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entries.negate())
                .map(PersistenceUnitTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (name.equals(className)) {
                    throw new ClassNotFoundException(name);
                }
                return super.findClass(name);
            }
        };
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Answers as a persistence provider does that is not Hibernate. */
    public static final class AnotherProvider {

        private AnotherProvider() {}

        public static EntityManagerFactory unit() {
            return proxy(EntityManagerFactory.class, AnotherProvider::answer);
        }

        private static Object answer(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "createEntityManager" -> proxy(EntityManager.class, AnotherProvider::answer);
                case "getEntityManagerFactory" -> unit();
                case "getTransaction" -> proxy(EntityTransaction.class, AnotherProvider::answer);
                case "isOpen" -> true;
                case "isActive", "getRollbackOnly", "isJoinedToTransaction" -> false;
                case "unwrap" -> throw new PersistenceException("cannot unwrap " + arguments[0]);
                default -> proxy;
            };
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }
    }
}
