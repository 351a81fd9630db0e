package dev.accounts.jpa.internal.entity;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.hibernate.metamodel.mapping.BasicValuedMapping;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.WrapperOptions;
import org.jspecify.annotations.Nullable;

/** Sets times in plain SQL as Hibernate does: on each database, and for a column without a time zone, in another way. */
public record TimeBinder(ValueBinder<Instant> binder, WrapperOptions options) {

    private static final String ANY_TIME = "createdAt";

    @SuppressWarnings("unchecked")
    static TimeBinder of(TableNames tables) {
        BasicValuedMapping column = (BasicValuedMapping) tables.unit()
                .getMappingMetamodel()
                .getEntityDescriptor(TokenEntity.class)
                .findAttributeMapping(ANY_TIME);
        return new TimeBinder(
                column.getJdbcMapping().getJdbcValueBinder(), tables.unit().getWrapperOptions());
    }

    public void set(PreparedStatement statement, int parameter, @Nullable Instant time) throws SQLException {
        binder.bind(statement, time, parameter, options);
    }
}
