package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DjangoOuterWhiteSpaceTest {

    private final CountingSlots slots = new CountingSlots();
    private final Argon2idHasher argon2 = new Argon2idHasher(DjangoPasswordHasherTest.COST, slots);
    private final DjangoPasswordHasher hasher = DjangoPasswordHasher.over(argon2);

    @ParameterizedTest
    @FieldSource("dev.accounts.password.DjangoPasswordHasherTest#ALL")
    void is_trimmed_if_the_password_as_given_is_wrong(String stored) {
        assertThat(hasher.verify(" \u00A0trimmed\u2003\n", stored)).isTrue();
        assertThat(hasher.verify(" trim med ", stored)).isFalse();
        assertThat(hasher.verify("trimmed\u200B", stored)).isFalse();
    }

    @Test
    void costs_a_turn_more_only_if_there_is_some() {
        hasher.verify("wrong ", DjangoPasswordHasherTest.PBKDF2);
        assertThat(slots.turns).isEqualTo(3);

        hasher.verify("wrong ", DjangoPasswordHasherTest.ARGON2);
        assertThat(slots.turns).isEqualTo(5);

        hasher.verify("  ", DjangoPasswordHasherTest.PBKDF2);
        assertThat(slots.turns).isEqualTo(7);
    }

    @Test
    void stays_where_django_kept_it() {
        String kept = "argon2" + argon2.hash(" kept ");

        assertThat(hasher.verify(" kept ", kept)).isTrue();
        assertThat(hasher.verify("kept", kept)).isFalse();
        assertThat(slots.turns).isEqualTo(3);
    }

    @Test
    void counts_against_a_hash_of_now() {
        String now = hasher.hash("trimmed");

        assertThat(hasher.verify("trimmed ", now)).isFalse();
    }
}
