package dev.accounts.jpa.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredMethodsTest {

    private static final Instant LATER = Instant.EPOCH.plusSeconds(1);

    @Test
    void come_back_as_they_were_stored() {
        Authentication all = new Authentication(LATER, Set.of(AuthenticationMethod.values()));

        assertThat(StoredMethods.of(all)).isEqualTo("PASSWORD TOTP RECOVERY_CODE PASSKEY");
        assertThat(StoredMethods.read(StoredMethods.of(all), LATER)).isEqualTo(all);
    }

    /** While nodes are replaced, an earlier one reads what a later one has stored. */
    @Test
    void of_a_later_version_are_ignored() {
        assertThat(StoredMethods.read("PASSWORD TELEPATHY", LATER)).isEqualTo(Authentication.byPassword(LATER));
        assertThat(StoredMethods.read("TELEPATHY", LATER)).isEqualTo(Authentication.byPassword(LATER));
    }
}
