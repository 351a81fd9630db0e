package dev.accounts.spi.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.model.TokenDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StoredPasskeyTest {

    private static final UUID AAGUID = new UUID(0, 0);
    private static final StoredPasskey.Usage FRESH = new StoredPasskey.Usage(0, 0, false, Optional.empty());

    private static StoredPasskey with(String credentialId, String publicKey, String name, Set<String> transports) {
        return new StoredPasskey(
                1, credentialId, publicKey, name, transports, AAGUID, false, true, Instant.EPOCH, FRESH);
    }

    @Test
    void the_longest_components_are_taken() {
        Set<String> transports = Set.of("usb", "x".repeat(StoredPasskey.MAX_TRANSPORTS - 4));

        assertThat(with(
                                "c".repeat(StoredPasskey.MAX_CREDENTIAL_ID),
                                "k".repeat(StoredPasskey.MAX_PUBLIC_KEY),
                                "🔑".repeat(StoredPasskey.MAX_NAME),
                                transports)
                        .transports())
                .isEqualTo(transports);
    }

    @Test
    void longer_components_are_refused() {
        assertRefused(() -> with("c".repeat(StoredPasskey.MAX_CREDENTIAL_ID + 1), "k", "n", Set.of()));
        assertRefused(() -> with("c", "k".repeat(StoredPasskey.MAX_PUBLIC_KEY + 1), "n", Set.of()));
        assertRefused(() -> with("c", "k", "🔑".repeat(StoredPasskey.MAX_NAME + 1), Set.of()));
        assertRefused(() -> with("c", "k", "n", Set.of("usb", "x".repeat(StoredPasskey.MAX_TRANSPORTS - 3))));
    }

    @Test
    void an_empty_name_and_a_transport_that_cannot_be_joined_are_refused() {
        assertRefused(() -> with("c", "k", "", Set.of()));
        assertRefused(() -> with("c", "k", "n", Set.of("")));
        assertRefused(() -> with("c", "k", "n", Set.of("us b")));
    }

    @Test
    void missing_components_are_refused_by_name() {
        assertNamed("credentialId", () -> with(null, "k", "n", Set.of()));
        assertNamed("credentialId", () -> StoredPasskey.digest(null));
        assertNamed("publicKey", () -> with("c", null, "n", Set.of()));
        assertNamed("name", () -> with("c", "k", null, Set.of()));
        assertNamed("transports", () -> with("c", "k", "n", null));
        assertNamed("transports", () -> with("c", "k", "n", Collections.singleton(null)));
        assertNamed(
                "aaguid", () -> new StoredPasskey(1, "c", "k", "n", Set.of(), null, false, true, Instant.EPOCH, FRESH));
        assertNamed("createdAt", () -> new StoredPasskey(1, "c", "k", "n", Set.of(), AAGUID, false, true, null, FRESH));
        assertNamed(
                "usage", () -> new StoredPasskey(1, "c", "k", "n", Set.of(), AAGUID, false, true, Instant.EPOCH, null));
        assertNamed("next", () -> with("c", "k", "n", Set.of()).withUsage(null));
        assertNamed("lastUsedAt", () -> new StoredPasskey.Usage(0, 0, false, null));
    }

    @Test
    void the_transports_are_copied() {
        Set<String> transports = new HashSet<>(Set.of("usb"));
        StoredPasskey passkey = with("c", "k", "n", transports);
        transports.clear();

        assertThat(passkey.transports()).containsExactly("usb");
    }

    @Test
    void the_digest_and_the_id_come_from_the_credential_alone() {
        StoredPasskey passkey = with("c", "k", "n", Set.of());

        assertThat(passkey.digest())
                .isEqualTo(StoredPasskey.digest("c"))
                .isEqualTo(with("c", "other", "other", Set.of("usb")).digest())
                .isNotEqualTo(TokenDigest.of("c"));
        assertThat(passkey.id()).isEqualTo(passkey.digest().tokenId());
    }

    @Test
    void a_use_changes_the_usage_alone() {
        StoredPasskey passkey = with("c", "k", "n", Set.of("usb"));
        StoredPasskey.Usage next = new StoredPasskey.Usage(3, 4, true, Optional.of(Instant.EPOCH));

        assertThat(passkey.withUsage(next).usage()).isEqualTo(next);
        assertThat(passkey.withUsage(next).withUsage(FRESH)).isEqualTo(passkey);
    }

    @Test
    void credential_and_key_are_not_printed() {
        assertThat(with("credential", "publicKey", "telephone", Set.of()).toString())
                .startsWith("StoredPasskey[userId=1, id=")
                .doesNotContain("credential", "publicKey", "telephone");
    }

    private static void assertRefused(ThrowingCallable construction) {
        assertThatIllegalArgumentException()
                .isThrownBy(construction)
                .withMessageMatching("\\w+ must (have .*|neither .*)");
    }

    private static void assertNamed(String name, ThrowingCallable construction) {
        assertThatNullPointerException().isThrownBy(construction).withMessage(name);
    }
}
