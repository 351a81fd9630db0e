package dev.accounts.jpa.internal.entity;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** What plain SQL needs to know of a persistence unit: the names of its tables, with its default schema, and its times. */
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

    public TimeBinder times() {
        return TimeBinder.of(this);
    }
}
