package dev.accounts.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.StorageException;
import dev.accounts.spi.factor.SecretCipher;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class NodeKeysTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Host host = new Host();
    private final NodeKeys node = node();
    private byte seed;

    private NodeKeys node() {
        return new NodeKeys(
                new Secrets(Optional.of(host)),
                () -> now,
                "test",
                () -> new SecretKeySpec(new byte[] {++seed}, OpenChallenges.MAC));
    }

    /** A cipher of the host that counts its questions, and that can fail and be rotated. */
    private static final class Host implements SecretCipher {

        private final SecretCipher inner = SecretCipher.aesGcm("a", Map.of("a", new byte[16]));
        private int questions;
        private boolean fails;
        private boolean rotated;

        private void ask() {
            questions++;
            if (fails) {
                throw new IllegalStateException("out of reach");
            }
        }

        @Override
        public String encrypt(byte[] secret, String context) {
            ask();
            return inner.encrypt(secret, context);
        }

        @Override
        public Optional<byte[]> decrypt(String stored, String context) {
            ask();
            return inner.decrypt(stored, context);
        }

        @Override
        public boolean isCurrent(String stored) {
            return !rotated;
        }
    }

    @Test
    void are_made_once_an_hour() {
        NodeKeys.Own first = node.own();

        assertThat(node.own()).isEqualTo(first);
        now = now.plus(Duration.ofHours(1));
        assertThat(node.own()).isNotEqualTo(first);
        assertThat(node.find(first.encrypted())).contains(first.key());
        assertThat(host.questions).isEqualTo(2);
    }

    @Test
    void are_made_anew_when_the_host_has_another_key() {
        NodeKeys.Own first = node.own();
        host.rotated = true;

        assertThat(node.own()).isNotEqualTo(first);
    }

    @Test
    void of_other_nodes_are_asked_for_once() {
        NodeKeys.Own other = node().own();
        host.questions = 0;

        assertThat(node.find(other.encrypted())).contains(other.key());
        assertThat(node.find(other.encrypted())).contains(other.key());

        assertThat(host.questions).isOne();
    }

    /** A service far away must not be kept busy by strangers. */
    @Test
    void are_not_asked_for_again_within_ten_seconds_of_a_failure() {
        host.fails = true;
        for (int i = 0; i < 100; i++) {
            assertThatExceptionOfType(StorageException.class).isThrownBy(node::own);
        }
        assertThat(host.questions).isOne();

        host.fails = false;
        now = now.plusSeconds(10);
        assertThat(node.own()).isNotNull();
    }

    @Test
    void that_no_node_made_are_asked_for_60_times_a_minute() {
        for (int i = 0; i < 200; i++) {
            assertThat(node.find("unknown" + i)).isEmpty();
        }
        assertThat(host.questions).isEqualTo(60);

        now = now.plus(Duration.ofMinutes(1));
        assertThat(node.find(node().own().encrypted())).isPresent();
    }
}
