package dev.accounts.spring;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.tool.schema.internal.DefaultSchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;

/**
 * Keeps Hibernate from creating and dropping the tables that the script of the library creates. Hibernate would leave out
 * foreign keys and collations. It still validates and updates them.
 */
final class LibraryTables implements SchemaFilterProvider, SchemaFilter {

    private static final Set<String> NAMES = OwnPersistenceUnit.ENTITIES.stream()
            .map(entity -> entity.getAnnotation(Table.class).name())
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public SchemaFilter getCreateFilter() {
        return this;
    }

    @Override
    public SchemaFilter getDropFilter() {
        return this;
    }

    @Override
    public SchemaFilter getTruncatorFilter() {
        return this;
    }

    @Override
    public SchemaFilter getMigrateFilter() {
        return DefaultSchemaFilter.INSTANCE;
    }

    @Override
    public SchemaFilter getValidateFilter() {
        return DefaultSchemaFilter.INSTANCE;
    }

    @Override
    public boolean includeNamespace(Namespace namespace) {
        return true;
    }

    @Override
    public boolean includeTable(org.hibernate.mapping.Table table) {
        return !NAMES.contains(table.getName().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean includeSequence(Sequence sequence) {
        return true;
    }
}
