package dev.accounts.model.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DelegationTest {

    private static final UUID SESSION = new UUID(1, 2);
    private static final String LONGEST = "x".repeat(Delegation.MOST_CHARACTERS - 1);

    @Test
    void is_none_personal_or_acting() {
        assertThat(Delegation.NONE.isNone()).isTrue();
        assertThat(Delegation.personal(Set.of()).isNone()).isFalse();
        assertThat(Delegation.personal(Set.of("read")).scopes()).contains(Set.of("read"));
        assertThat(Delegation.personal(Set.of("read")).actorId()).isEmpty();
        assertThat(Delegation.acting(7, SESSION).isNone()).isFalse();
        assertThat(Delegation.acting(7, SESSION).actorId()).contains(7L);
        assertThat(Delegation.acting(7, SESSION).actorSession()).contains(SESSION);
        assertThat(Delegation.acting(7, SESSION).scopes()).isEmpty();
    }

    @Test
    void has_scopes_or_an_actor_and_not_both() {
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> new Delegation(Optional.of(Set.of()), Optional.of(1L), Optional.of(SESSION)),
                () -> new Delegation(Optional.empty(), Optional.of(1L), Optional.empty()),
                () -> new Delegation(Optional.empty(), Optional.empty(), Optional.of(SESSION)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(wrong)
                    .withMessage("a token is personal, or for an actor in a session");
        }
    }

    @Test
    void has_no_line_break_in_a_scope() {
        for (String broken : new String[] {"\n", "read\nwrite", "read\n"}) {
            assertThat(Delegation.areStorable(Set.of(broken))).as(broken).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Delegation.personal(Set.of("read", broken)))
                    .withMessageContaining("line break");
        }
        assertThat(Delegation.areStorable(Set.of("read\rwrite", ""))).isTrue();
    }

    /** With one more for each scope. */
    @Test
    void has_2000_characters_of_scopes_at_most() {
        assertThat(Delegation.MOST_CHARACTERS).isEqualTo(2000);
        assertThat(Delegation.personal(Set.of(LONGEST)).scopes()).contains(Set.of(LONGEST));
        assertThat(Delegation.areStorable(Set.of(LONGEST.substring(2), "x"))).isTrue();

        assertThat(Delegation.areStorable(Set.of(LONGEST + "x"))).isFalse();
        assertThat(Delegation.areStorable(Set.of(LONGEST, ""))).isFalse();
        assertThat(Delegation.areStorable(Set.of(LONGEST.substring(2), "xy"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delegation.personal(Set.of(LONGEST + "x")))
                .withMessageContaining("at most 2000 characters");
    }

    @Test
    void copies_its_scopes() {
        Set<String> scopes = new HashSet<>(Set.of("read"));
        Delegation delegation = Delegation.personal(scopes);
        scopes.add("write");

        assertThat(delegation).isEqualTo(Delegation.personal(Set.of("read")));
        assertThat(delegation.scopes().orElseThrow()).isUnmodifiable();
    }

    @Test
    void null_is_no_value() {
        Set<String> withNull = new HashSet<>(Arrays.asList("read", null));

        assertThatNullPointerException()
                .isThrownBy(() -> Delegation.personal(withNull))
                .withMessage("scopes");
        assertThatNullPointerException()
                .isThrownBy(() -> Delegation.areStorable(withNull))
                .withMessage("codes");
    }
}
