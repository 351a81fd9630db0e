package dev.accounts.jpa.host;

import static java.util.Objects.requireNonNull;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.OneTimeToken;
import dev.accounts.spi.Claim;
import dev.accounts.spi.NewUser;
import dev.accounts.spring.SpringTransactions;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A Spring application with a persistence unit of its own.
 *
 * @param unit its persistence unit
 * @param transaction runs work in a transaction of its own
 * @param seam takes the stores into these transactions
 * @param stores accounts that change in these transactions
 * @param jdbc works in these transactions too
 */
public record SpringHost(
        LocalContainerEntityManagerFactoryBean unit,
        TransactionTemplate transaction,
        AccountTransactions seam,
        JpaAccountStores stores,
        JdbcTemplate jdbc)
        implements AutoCloseable {

    /** The application that tests of a database share, which is emptied: a persistence unit takes longer than most tests. */
    static SpringHost on(TestDatabase database) {
        database.empty();
        return database.spring();
    }

    /** An application of its own, to be closed. */
    public static SpringHost over(DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
        unit.setPersistenceUnitName("host");
        unit.setDataSource(dataSource);
        unit.setMappingResources("META-INF/account-orm.xml");
        unit.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        unit.setJpaPropertyMap(Map.of(
                "hibernate.hbm2ddl.auto",
                "validate",
                "hibernate.physical_naming_strategy",
                CamelCaseToUnderscoresNamingStrategy.class.getName()));
        unit.afterPropertiesSet();
        EntityManagerFactory factory = requireNonNull(unit.getObject());
        JpaTransactionManager manager = new JpaTransactionManager(factory);
        AccountTransactions seam = new SpringTransactions(factory, manager);
        return new SpringHost(
                unit,
                new TransactionTemplate(manager),
                seam,
                JpaAccountStores.within(seam),
                new JdbcTemplate(dataSource));
    }

    /** Ana, as another transaction inserts her. */
    static NewUser rival() {
        Claim claim = Claim.of(Optional.of("ana"), Optional.empty(), List.of());
        return new NewUser("ana", "", claim, "rival", Instant.EPOCH);
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    <T> T rolledBack(Supplier<T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    /** Follows the links that wait in mails. */
    static void confirmAddress(Accounts system) {
        List<OneTimeToken> links = new ArrayList<>();
        system.maintenance().deliver(message -> message.token().ifPresent(links::add), 10);
        links.forEach(link -> system.service().emails().confirm(link.uid(), link.value()));
    }

    int users() {
        Integer count = jdbc.queryForObject("select count(*) from account_user", Integer.class);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        unit.destroy();
    }
}
