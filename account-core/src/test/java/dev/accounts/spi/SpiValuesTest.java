package dev.accounts.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.model.AuthToken;
import dev.accounts.model.Identity;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.Authentication;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SpiValuesTest {

    private static final Claim CLAIM = Claim.of(Optional.of("kust2"), Optional.empty(), List.of());
    private static final Instant NOW = Instant.EPOCH;
    private static final Authentication PASSWORD = Authentication.byPassword(NOW);
    private static final Identity ANA = new Identity(1, "", "", false, false, PASSWORD);

    private static StoredUser stored(String hash) {
        return new StoredUser(1, 0, "a", "a", StoredUser.Email.NONE, hash, StoredUser.Flags.ACTIVE, false);
    }

    @Test
    void a_claim_has_its_towns_in_order_and_copied() {
        TreeSet<Long> towns = new TreeSet<>(List.of(3L, 1L));
        Claim claim = new Claim(Optional.empty(), Optional.empty(), towns);
        towns.clear();

        assertThat(claim.towns()).containsExactly(1L, 3L);
        assertThat(Claim.of(Optional.empty(), Optional.empty(), List.of(2L, 1L, 2L))
                        .towns())
                .containsExactly(1L, 2L);
    }

    @Test
    void a_claim_is_empty_without_name_address_and_town() {
        assertThat(Claim.of(Optional.empty(), Optional.empty(), List.of()).isEmpty())
                .isTrue();
        assertThat(CLAIM.isEmpty()).isFalse();
        assertThat(Claim.of(Optional.empty(), Optional.of("e"), List.of()).isEmpty())
                .isFalse();
        assertThat(Claim.of(Optional.empty(), Optional.empty(), List.of(1L)).isEmpty())
                .isFalse();
    }

    @Test
    void conflicts_are_empty_when_nothing_stands_in_the_way() {
        assertThat(Conflicts.none().isEmpty()).isTrue();
        assertThat(Conflicts.of(true, false, List.of()).isEmpty()).isFalse();
        assertThat(Conflicts.of(false, true, List.of()).isEmpty()).isFalse();
        assertThat(Conflicts.of(false, false, List.of(2L, 1L)).unknownTowns()).containsExactly(1L, 2L);
        assertThat(Conflicts.of(false, false, List.of(1L)).isEmpty()).isFalse();
    }

    @Test
    void a_refused_insertion_has_a_conflict() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Insertion.Refused(Conflicts.none()));
        assertThat(new Insertion.Refused(Conflicts.of(true, false, List.of()))
                        .conflicts()
                        .usernameTaken())
                .isTrue();
    }

    @Test
    void a_new_user_claims_a_name() {
        Claim nameless = Claim.of(Optional.empty(), Optional.of("e"), List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> new NewUser("a", "", nameless, "hash", NOW));
    }

    @Test
    void missing_components_are_refused_by_name() {
        assertNamed("usernameKey", () -> new Claim(null, Optional.empty(), new TreeSet<>()));
        assertNamed("emailKey", () -> new Claim(Optional.empty(), null, new TreeSet<>()));
        assertNamed("conflicts", () -> new Insertion.Refused(null));
        assertNamed("username", () -> new NewUser(null, "", CLAIM, "hash", NOW));
        assertNamed("email", () -> new NewUser("a", null, CLAIM, "hash", NOW));
        assertNamed("claim", () -> new NewUser("a", "", null, "hash", NOW));
        assertNamed("passwordHash", () -> new NewUser("a", "", CLAIM, null, NOW));
        assertNamed("dateJoined", () -> new NewUser("a", "", CLAIM, "hash", null));
        assertNamed("name", () -> new NewTown(null, "", 0, 0));
        assertNamed("country", () -> new NewTown("", null, 0, 0));
        assertNamed("passwordHash", () -> stored("secret").withPasswordHash(null));
        assertNamed("identity", () -> new TokenOwner(null, true, false, NOW, Optional.empty()));
        assertNamed("lastUsedAt", () -> new TokenOwner(ANA, true, false, null, Optional.empty()));
        assertNamed("expiresAt", () -> new TokenOwner(ANA, true, false, NOW, null));
    }

    @Test
    void no_hash_and_no_digest_is_printed() {
        TokenDigest digest = TokenDigest.of("0".repeat(40));
        AuthToken token = new AuthToken(digest, 1, "", NOW, NOW, Optional.empty(), PASSWORD);

        assertThat(new NewUser("a", "", CLAIM, "secret", NOW)).hasToString("NewUser[username=a, passwordHash=***]");
        assertThat(stored("secret"))
                .hasToString(
                        "StoredUser[id=1, version=0, active=true, staff=false, superuser=false, passwordHash=***]");
        assertThat(new VerifiedLogin(token, "secret", "secret", 1).toString())
                .endsWith("verifiedHash=***, currentHash=***]")
                .doesNotContain("secret", digest.hex());
    }

    @Test
    void token_values_are_160_fresh_bits_in_hex() {
        TokenSource source = TokenSource.secureRandom();
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            values.add(source.next());
        }

        assertThat(values).hasSize(1000).allMatch(value -> value.matches("[0-9a-f]{40}"));
    }

    private static void assertNamed(String name, ThrowingCallable construction) {
        assertThatNullPointerException().isThrownBy(construction).withMessage(name);
    }
}
