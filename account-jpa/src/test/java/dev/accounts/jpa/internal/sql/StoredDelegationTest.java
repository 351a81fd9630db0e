package dev.accounts.jpa.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.delegation.Delegation;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredDelegationTest {

    private static final UUID SESSION = new UUID(1, 2);

    static Stream<Delegation> delegations() {
        return Stream.of(
                Delegation.NONE,
                Delegation.acting(0, SESSION),
                Delegation.acting(Long.MAX_VALUE, SESSION),
                Delegation.acting(-1, SESSION),
                Delegation.personal(Set.of()),
                Delegation.personal(Set.of("")),
                Delegation.personal(Set.of("", "personal", "acting")),
                Delegation.personal(Set.of("with space", "\r", "\t", "ünïcode", "\uD83D\uDE00", "comma,semicolon;")),
                Delegation.personal(Set.of("x".repeat(Delegation.MOST_CHARACTERS - 1))));
    }

    @ParameterizedTest
    @MethodSource("delegations")
    void comes_back_as_it_was_stored(Delegation delegation) {
        assertThat(StoredDelegation.read(StoredDelegation.of(delegation))).isEqualTo(delegation);
    }

    @Test
    void is_a_line_for_its_kind_and_lines_for_the_actor_and_the_session_or_each_scope_in_order() {
        assertThat(StoredDelegation.of(Delegation.NONE)).isNull();
        assertThat(StoredDelegation.of(Delegation.acting(7, SESSION))).isEqualTo("acting\n7\n" + SESSION);
        assertThat(StoredDelegation.of(Delegation.personal(Set.of()))).isEqualTo("personal");
        assertThat(StoredDelegation.of(Delegation.personal(Set.of("write", "read"))))
                .isEqualTo("personal\nread\nwrite");
    }

    /** While nodes are replaced, an earlier one reads what a later one has stored. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "device", "device\nread\nwrite", "personality\nread", "PERSONAL\nread", "acting2\n1"})
    void of_a_kind_of_a_later_version_is_good_for_nothing(String stored) {
        assertThat(StoredDelegation.read(stored)).isEqualTo(Delegation.personal(Set.of()));
    }
}
