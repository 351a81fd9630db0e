package dev.accounts.jpa.internal.entity;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;
import org.hibernate.binder.AttributeBinder;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/** Makes the length of a column count code points. H2 counts UTF-16 units, so there Hibernate doubles the length. */
@Target(FIELD)
@Retention(RUNTIME)
@AttributeBinderType(binder = CodePoints.Binder.class)
public @interface CodePoints {

    /** Public because Hibernate instantiates it. */
    final class Binder implements AttributeBinder<CodePoints> {

        @Override
        public void bind(
                CodePoints annotation, MetadataBuildingContext context, PersistentClass entity, Property attribute) {
            if (context.getMetadataCollector().getDatabase().getDialect() instanceof H2Dialect) {
                attribute.getColumns().forEach(Binder::twice);
            }
        }

        private static void twice(Column column) {
            column.setLength(column.getLength() * 2);
        }
    }
}
