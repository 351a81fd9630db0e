package dev.accounts.spring;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/** Adds the library's entities to those that Spring Boot has found for the host's persistence unit. */
final class AccountEntities implements BeanPostProcessor {

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
