package dev.accounts.spring;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.cfg.SchemaToolingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/**
 * Adds the library's entities to those that Spring Boot has found for the host's persistence unit, and has their tables
 * made by the script alone if the library creates them.
 */
final class AccountEntities implements BeanPostProcessor {

    private final ObjectProvider<AccountTables> tables;

    AccountEntities(ObjectProvider<AccountTables> tables) {
        this.tables = tables;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean unit
                && tables.getObject().areCreated()) {
            unit.getJpaPropertyMap().putIfAbsent(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER, new LibraryTables());
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PersistenceManagedTypes found ? new Added(found) : bean;
    }

    /** The host's types and the library's. */
    private record Added(PersistenceManagedTypes found) implements PersistenceManagedTypes {

        @Override
        public List<String> getManagedClassNames() {
            return Stream.concat(
                            found.getManagedClassNames().stream(),
                            OwnPersistenceUnit.ENTITIES.stream().map(Class::getName))
                    .distinct()
                    .toList();
        }

        @Override
        public List<String> getManagedPackages() {
            return found.getManagedPackages();
        }

        @Override
        public @Nullable URL getPersistenceUnitRootUrl() {
            return found.getPersistenceUnitRootUrl();
        }
    }
}
