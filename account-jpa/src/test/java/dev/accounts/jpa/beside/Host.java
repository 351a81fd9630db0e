package dev.accounts.jpa.beside;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.spring.SpringTransactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An application with {@link HostNote}, other entities of its own and those of the library in one persistence unit.
 *
 * @param unit the persistence unit
 * @param manager the manager of its transactions
 */
record Host(LocalContainerEntityManagerFactoryBean unit, JpaTransactionManager manager) implements AutoCloseable {

    /** Over a database that gets the tables of the library by the script, and those of the host by Hibernate. */
    static Host over(DataSource dataSource, Map<String, ?> settings, Class<?>... entities) throws SQLException {
        AccountSchema.of(dataSource).createIfMissing();
        return without(dataSource, settings, entities);
    }

    /** Over a database whose tables of the library, if any, are where the test has put them. */
    static Host without(DataSource dataSource, Map<String, ?> settings, Class<?>... entities) {
        Map<String, Object> all = new HashMap<>(Map.of("hibernate.hbm2ddl.auto", "update"));
        all.putAll(settings);
        LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
        unit.setPersistenceUnitName("host");
        unit.setDataSource(dataSource);
        unit.setManagedTypes(PersistenceManagedTypes.of(Stream.concat(Stream.of(HostNote.class), Stream.of(entities))
                .map(Class::getName)
                .toArray(String[]::new)));
        unit.setMappingResources("META-INF/account-orm.xml");
        unit.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        unit.setJpaPropertyMap(all);
        unit.afterPropertiesSet();
        return new Host(unit, new JpaTransactionManager(requireNonNull(unit.getObject())));
    }

    EntityManagerFactory factory() {
        return requireNonNull(unit.getObject());
    }

    JpaAccountStores stores() {
        return JpaAccountStores.within(new SpringTransactions(factory(), manager));
    }

    void inTransaction(Consumer<EntityManager> work) {
        EntityManager entityManager = SharedEntityManagerCreator.createSharedEntityManager(factory());
        new TransactionTemplate(manager).executeWithoutResult(status -> work.accept(entityManager));
    }

    List<String> notes() {
        try (EntityManager entityManager = factory().createEntityManager()) {
            return entityManager
                    .createQuery("select n.noteText from HostNote n order by n.noteId", String.class)
                    .getResultList();
        }
    }

    @Override
    public void close() {
        unit.destroy();
    }
}
