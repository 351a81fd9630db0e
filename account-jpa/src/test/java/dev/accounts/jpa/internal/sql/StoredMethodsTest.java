package dev.accounts.jpa.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredMethodsTest {

    private static final Instant CREATED = Instant.EPOCH;
    private static final Instant LATER = CREATED.plusSeconds(1);

    @Test
    void come_back_as_they_were_stored() {
        Authentication all = new Authentication(LATER, Set.of(AuthenticationMethod.values()));

        assertThat(StoredMethods.of(all)).isEqualTo("PASSWORD TOTP RECOVERY_CODE");
        assertThat(StoredMethods.read(StoredMethods.of(all), Optional.of(LATER), CREATED))
                .isEqualTo(all);
    }

    @Test
    void of_a_token_of_before_took_place_when_it_was_created() {
        assertThat(StoredMethods.read("PASSWORD", Optional.empty(), CREATED))
                .isEqualTo(Authentication.byPassword(CREATED));
    }

    /** While nodes are replaced, an earlier one reads what a later one has stored. */
    @Test
    void of_a_later_version_are_ignored() {
        assertThat(StoredMethods.read("PASSWORD TELEPATHY", Optional.of(LATER), CREATED))
                .isEqualTo(Authentication.byPassword(LATER));
        assertThat(StoredMethods.read("TELEPATHY", Optional.of(LATER), CREATED))
                .isEqualTo(Authentication.byPassword(LATER));
    }
}
