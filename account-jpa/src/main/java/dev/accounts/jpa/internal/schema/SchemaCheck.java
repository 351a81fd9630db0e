package dev.accounts.jpa.internal.schema;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.StorageException;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.Session;

/** Checks that a persistence unit and its tables fit the stores. */
public record SchemaCheck(StoreCalls calls) {

    /** A question about the tables. */
    private interface Question {
        Optional<String> of(TableCheck tables) throws SQLException;
    }

    /** What is wrong. If a table cannot be read, only another transaction can find out why. */
    private record Problem(String text, boolean unreadable) {}

    /** Throws {@link IllegalStateException} if something is wrong; the message says what to do. */
    public void require() {
        Optional<Problem> problem = find(SchemaCheck::problem);
        if (problem.isPresent()) {
            String text = problem.get().text();
            throw new IllegalStateException(problem.get().unreadable() ? whyUnreadable(text) : text);
        }
    }

    private static Optional<Problem> problem(EntityManager entityManager) {
        UnitCheck unit = new UnitCheck(entityManager);
        return unit.problem()
                .or(() -> otherNames(entityManager))
                .map(text -> new Problem(text, false))
                .or(() -> unit.unreadable().map(SchemaCheck::unreadable))
                .or(() -> ask(entityManager, TableCheck::problem).map(text -> new Problem(text, false)))
                .or(() -> unit.missingGuardRow().map(text -> new Problem(text, false)));
    }

    /** A database may hide tables from a user without rights, so that they seem to be missing. */
    private static Problem unreadable(UnitCheck.Unreadable found) {
        return found.denied() ? new Problem(found.text() + TableCheck.GRANT, false) : new Problem(found.text(), true);
    }

    private static Optional<String> otherNames(EntityManager entityManager) {
        return entityManager
                .unwrap(Session.class)
                .doReturningWork(connection ->
                        MappedNames.of(TableNames.of(entityManager), connection).problem());
    }

    private String whyUnreadable(String error) {
        return find(entityManager -> ask(entityManager, tables -> Optional.of(tables.whyUnreadable(error))))
                .orElse(error);
    }

    private <T> Optional<T> find(Function<EntityManager, Optional<T>> check) {
        List<T> found = new ArrayList<>();
        try {
            calls.write(entityManager -> {
                check.apply(entityManager).ifPresent(found::add);
                return true;
            });
        } catch (StorageException e) {
            // A failed statement dooms the transaction; what it revealed is in the list already.
            if (found.isEmpty()) {
                throw e;
            }
        }
        return found.stream().findFirst();
    }

    private static Optional<String> ask(EntityManager entityManager, Question question) {
        String userTable = TableNames.of(entityManager).of(UserEntity.class);
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            PresentSchema present = PresentSchema.at(SchemaPlace.of(userTable, connection), connection);
            return question.of(new TableCheck(SchemaScript.of(connection), present));
        });
    }
}
