package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A host has entities with the names that an account library would take. */
@OnEachDatabase
class OwnUserTest {

    @Parameter
    TestDatabase database;

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        long id;

        String username = "";

        @ManyToOne
        @Nullable
        Town town;
    }

    @Entity(name = "Town")
    static class Town {
        @Id
        long id;
    }

    @Entity(name = "Token")
    static class Token {
        @Id
        String digest = "";
    }

    @Test
    void entities_named_as_the_library_might_name_its_own_live_beside_it() throws SQLException {
        try (HikariDataSource pool = database.anotherDatabase();
                Host host = Host.over(pool, Map.of(), User.class, Town.class, Token.class)) {
            host.inTransaction(entityManager -> {
                Town town = new Town();
                entityManager.persist(town);
                User user = new User();
                user.username = "of the host";
                user.town = town;
                entityManager.persist(user);
            });

            WholeLife.in(host);

            host.inTransaction(entityManager -> assertThat(entityManager
                            .createQuery("select u.username from User u", String.class)
                            .getResultList())
                    .containsExactly("of the host"));
        }
    }
}
