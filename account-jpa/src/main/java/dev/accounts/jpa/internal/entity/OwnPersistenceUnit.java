package dev.accounts.jpa.internal.entity;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.Configuration;

/**
 * Builds the library's own persistence unit in code, because every host would find a {@code persistence.xml} in the
 * jar.
 */
public final class OwnPersistenceUnit {

    public static final List<Class<?>> ENTITIES = List.of(
            AttemptEntity.class,
            AuditEntity.class,
            GroupEntity.class,
            GroupPermissionEntity.class,
            GuardEntity.class,
            ImportEntity.class,
            ImportTokenEntity.class,
            KnownSourceEntity.class,
            OneTimeTokenEntity.class,
            OutboxEntity.class,
            PasskeyEntity.class,
            PermissionEntity.class,
            RecoveryCodeEntity.class,
            TokenEntity.class,
            TotpEntity.class,
            TownEntity.class,
            UserEntity.class,
            UserGroupEntity.class,
            UserPermissionEntity.class,
            UserTownEntity.class);

    private OwnPersistenceUnit() {}

    public static EntityManagerFactory over(DataSource dataSource) {
        Configuration configuration = new Configuration();
        ENTITIES.forEach(configuration::addAnnotatedClass);
        configuration.getProperties().put("hibernate.connection.datasource", dataSource);
        // A host's hibernate.properties and system properties apply to every unit. These settings override them.
        configuration.setProperty("hibernate.hbm2ddl.auto", "none");
        configuration.setProperty("jakarta.persistence.schema-generation.database.action", "none");
        configuration.setPhysicalNamingStrategy(PhysicalNamingStrategyStandardImpl.INSTANCE);
        configuration.setProperty("hibernate.cache.use_second_level_cache", "false");
        configuration.setProperty("jakarta.persistence.validation.mode", "none");
        // The text of an SQL error may hold a name or an address, so only the cause of the exception keeps it.
        configuration.setProperty("hibernate.jdbc.log.errors", "false");
        // Nothing is loaded lazily, so a start need not generate proxy classes.
        configuration
                .getStandardServiceRegistryBuilder()
                .addService(BytecodeProvider.class, new BytecodeProviderImpl());
        return configuration.buildSessionFactory();
    }
}
