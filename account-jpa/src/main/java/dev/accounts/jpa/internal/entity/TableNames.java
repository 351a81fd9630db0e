package dev.accounts.jpa.internal.entity;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;

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

    public Set<String> columns(Class<?> entity) {
        Set<String> columns = new HashSet<>();
        EntityMappingType mapping = unit.getMappingMetamodel().getEntityDescriptor(entity);
        mapping.getIdentifierMapping()
                .forEachSelectable((index, column) -> columns.add(column.getSelectionExpression()));
        mapping.forEachSelectable((index, column) -> columns.add(column.getSelectionExpression()));
        return columns;
    }

    public TimeBinder times() {
        return TimeBinder.of(this);
    }
}
