package dev.accounts.jpa.internal.entity;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** What the tables are called in a persistence unit, for statements written by hand: its default schema is part of it. */
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
