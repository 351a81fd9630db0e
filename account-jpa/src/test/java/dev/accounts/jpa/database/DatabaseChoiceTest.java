package dev.accounts.jpa.database;

import static dev.accounts.jpa.database.DatabaseChoice.H2;
import static dev.accounts.jpa.database.DatabaseChoice.MARIADB;
import static dev.accounts.jpa.database.DatabaseChoice.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DatabaseChoiceTest {

    @Test
    void is_all_that_are_on_the_class_path_unless_a_list_says_otherwise() {
        assertThat(DatabaseChoice.of("", false)).containsExactly(H2, POSTGRESQL);
        assertThat(DatabaseChoice.of(" ", true)).containsExactly(H2, POSTGRESQL, MARIADB);
    }

    @Test
    void is_what_a_list_names() {
        assertThat(DatabaseChoice.of("h2", true)).containsExactly(H2);
        assertThat(DatabaseChoice.of("mariadb , h2", true)).containsExactly(H2, MARIADB);
    }

    @Test
    void refuses_a_name_that_it_does_not_know() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseChoice.of("h2,oracle", false))
                .withMessage("accounts.databases names the database 'oracle'; known are h2, postgresql, mariadb");
    }

    @Test
    void refuses_mariadb_where_its_server_is_missing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseChoice.of("mariadb", false))
                .withMessageContaining("-Pmariadb");
    }
}
