package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an import can be told; nothing is connected to. */
class DjangoImportSettingsTest {

    private final DjangoImport.Builder builder = DjangoImport.from(new HikariDataSource());

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "users;drop", "a.b.c", "1a", "\"user\"", "user--", ".user", "user."})
    void what_is_no_name_of_a_table_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.userTable(name));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.townTables(name, "countries"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.townTables("towns", name));
    }

    @Test
    void a_table_may_be_named_with_its_schema() {
        assertThatNoException().isThrownBy(() -> builder.userTable("legacy.App_User2"));
    }

    @Test
    void a_lifetime_out_of_bounds_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tokenLifetime(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tokenLifetime(Duration.ofDays(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tokenLifetime(Duration.ofDays(36_501)));
    }

    @Test
    void a_name_that_no_account_can_have_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.rename(1, "two words"));
    }

    @Test
    void databases_are_not_null() {
        assertThatNullPointerException().isThrownBy(() -> DjangoImport.from(null));
        assertThatNullPointerException().isThrownBy(() -> builder.into(null));
    }
}
