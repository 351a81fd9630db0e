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

/** Refuses to open stores over a persistence unit or tables that cannot serve them, and says what to do. */
public record SchemaCheck(StoreCalls calls) {

    /** What is asked of the tables. */
    private interface Question {
        Optional<String> of(TableCheck tables) throws SQLException;
    }

    /** Throws {@link IllegalStateException} with the cause and its cure. */
    public void require() {
        refuse(find(entityManager -> new UnitCheck(entityManager).problem()));
        Optional<String> unreadable = find(entityManager -> new UnitCheck(entityManager).unreadable());
        refuse(unreadable.flatMap(error ->
                find(entityManager -> ask(entityManager, tables -> Optional.of(tables.whyUnreadable(error))))));
        refuse(find(entityManager -> ask(entityManager, TableCheck::problem)));
        refuse(find(entityManager -> new UnitCheck(entityManager).hasGuardRow()
                ? Optional.empty()
                : ask(entityManager, tables -> Optional.of(tables.missingGuardRow()))));
    }

    private static void refuse(Optional<String> problem) {
        if (problem.isPresent()) {
            throw new IllegalStateException(problem.get());
        }
    }

    private Optional<String> find(Function<EntityManager, Optional<String>> check) {
        List<String> problems = new ArrayList<>();
        try {
            calls.write(entityManager -> {
                check.apply(entityManager).ifPresent(problems::add);
                return true;
            });
        } catch (StorageException e) {
            // A statement that failed dooms the transaction; what it showed is known by then.
            if (problems.isEmpty()) {
                throw e;
            }
        }
        return problems.stream().findFirst();
    }

    private static Optional<String> ask(EntityManager entityManager, Question question) {
        String userTable = TableNames.of(entityManager).of(UserEntity.class);
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            PresentSchema present = PresentSchema.at(SchemaPlace.of(userTable, connection), connection);
            return question.of(new TableCheck(SchemaScript.of(connection), present));
        });
    }
}
