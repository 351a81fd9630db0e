package dev.accounts.jpa.internal.entity;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Finds the names of the tables in a persistence unit, with its default schema, for plain SQL. */
public record TableNames(SessionFactoryImplementor unit) {

    public static TableNames of(EntityManager entityManager) {
        return new TableNames(entityManager.getEntityManagerFactory().unwrap(SessionFactoryImplementor.class));
    }

    public String of(Class<?> entity) {
        return unit.getMappingMetamodel()
                .getEntityDescriptor(entity)
                .getMappedTableDetails()
                .getTableName();
    }
}
