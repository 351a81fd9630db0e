package dev.accounts.jpa.internal.schema;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.accounts.jpa.internal.entity.GuardEntity;
import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/** Checks that a persistence unit fits the stores: its provider, its mappings, and the tables that it reads. */
record UnitCheck(EntityManager entityManager) {

    /** The row that {@code SuperuserGuard} updates. */
    private static final String GUARD = "select name from %s where name = 'superusers'";

    /** Returns what is wrong with the unit itself, if anything. */
    Optional<String> problem() {
        return notHibernate().or(this::unmapped);
    }

    private Optional<String> notHibernate() {
        try {
            TableNames.of(entityManager);
            return Optional.empty();
        } catch (PersistenceException | ClassCastException | LinkageError e) {
            return Optional.of("The persistence unit is not Hibernate's: its class is "
                    + entityManager.getEntityManagerFactory().getClass().getName()
                    + ". The account stores need Hibernate 6.6 or newer. Build this unit with Hibernate, or put Hibernate on"
                    + " the class path and call JpaAccountStores.over(dataSource), which builds its own unit.");
        }
    }

    private Optional<String> unmapped() {
        Set<String> mapped = entityManager.getMetamodel().getEntities().stream()
                .map(EntityType::getName)
                .collect(toSet());
        String unmapped = names().filter(name -> !mapped.contains(name)).collect(joining(", "));
        return unmapped.isEmpty()
                ? Optional.empty()
                : Optional.of("The persistence unit does not map " + unmapped
                        + ". List META-INF/account-orm.xml among its mapping files: with Spring Boot by"
                        + " spring.jpa.mapping-resources, with Quarkus by quarkus.hibernate-orm.mapping-files, in a persistence.xml by"
                        + " <mapping-file>META-INF/account-orm.xml</mapping-file>.");
    }

    /** An error of the database, and whether it says that a right is missing. */
    record Unreadable(String text, boolean denied) {}

    /**
     * Queries every table for all mapped columns and no row, and returns the first error. On the connection: Hibernate's
     * first query would cost each start the loading of its parsers.
     */
    Optional<Unreadable> unreadable() {
        TableNames tables = TableNames.of(entityManager);
        return OwnPersistenceUnit.ENTITIES.stream()
                .flatMap(entity -> unreadable(entity, tables).stream())
                .findFirst();
    }

    private Optional<Unreadable> unreadable(Class<?> entity, TableNames tables) {
        String columns = String.join(", ", tables.columns(entity));
        try {
            String sql = "select " + columns + " from " + tables.of(entity) + " where 1 = 0";
            onConnection(connection -> hasRow(sql, connection));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Unreadable(
                    name(entity) + " cannot be read: " + DatabaseFailure.message(e),
                    DatabaseFailure.of(e).isDenied()));
        }
    }

    private static Stream<String> names() {
        return OwnPersistenceUnit.ENTITIES.stream().map(UnitCheck::name);
    }

    private static String name(Class<?> entity) {
        return entity.getAnnotation(Entity.class).name();
    }

    Optional<String> missingGuardRow() {
        String guard = TableNames.of(entityManager).of(GuardEntity.class);
        return onConnection(connection -> hasGuardRow(guard, connection))
                ? Optional.empty()
                : Optional.of("account_guard has no row 'superusers'" + TableCheck.COMPLETE);
    }

    private boolean onConnection(ReturningWork<Boolean> question) {
        return entityManager.unwrap(Session.class).doReturningWork(question);
    }

    static boolean hasGuardRow(String table, Connection connection) throws SQLException {
        return hasRow(GUARD.formatted(table), connection);
    }

    private static boolean hasRow(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }
}
