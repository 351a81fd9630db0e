package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

abstract class UserConflictCases {

    private static final long UNKNOWN = Long.MAX_VALUE - 1;

    private final StoreFixture fixture;

    UserConflictCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private Conflicts conflicts(Claim claim) {
        return fixture.stores().users().conflicts(claim);
    }

    @Test
    void finds_none_for_free_names_and_known_towns() {
        long town = fixture.town("Perm").id();

        assertThat(conflicts(fixture.claim("ana", town))).isEqualTo(Conflicts.none());
    }

    @Test
    void finds_none_where_nothing_is_claimed() {
        fixture.inserted(fixture.newUser(fixture.usernameClaim(fixture.unique("ana"))));

        assertThat(conflicts(Claim.of(Optional.empty(), Optional.empty(), List.of())))
                .isEqualTo(Conflicts.none());
    }

    @Test
    void finds_a_taken_username() {
        fixture.inserted("ana");

        assertThat(conflicts(fixture.usernameClaim(fixture.unique("ana"))))
                .isEqualTo(Conflicts.of(true, false, List.of()));
    }

    @Test
    void finds_a_taken_email() {
        fixture.inserted("ana");

        assertThat(conflicts(Claim.of(Optional.empty(), Optional.of(fixture.email("ana")), List.of())))
                .isEqualTo(Conflicts.of(false, true, List.of()));
    }

    @Test
    void does_not_take_a_username_for_an_email_nor_an_email_for_a_username() {
        fixture.inserted("ana");

        assertThat(conflicts(
                        Claim.of(Optional.of(fixture.email("ana")), Optional.of(fixture.unique("ana")), List.of())))
                .isEqualTo(Conflicts.none());
    }

    @Test
    void finds_names_that_two_users_have_taken() {
        fixture.inserted("ana");
        fixture.inserted("bob");

        assertThat(conflicts(
                        Claim.of(Optional.of(fixture.unique("ana")), Optional.of(fixture.email("bob")), List.of())))
                .isEqualTo(Conflicts.of(true, true, List.of()));
    }

    @Test
    void finds_only_the_towns_that_are_unknown() {
        long town = fixture.town("Perm").id();

        assertThat(conflicts(fixture.claim("ana", UNKNOWN, town, Long.MIN_VALUE, 0L, -1L)))
                .isEqualTo(Conflicts.of(false, false, List.of(Long.MIN_VALUE, -1L, 0L, UNKNOWN)));
    }

    @Test
    void finds_everything_at_once() {
        fixture.inserted("ana");

        assertThat(conflicts(fixture.claim("ana", UNKNOWN))).isEqualTo(Conflicts.of(true, true, List.of(UNKNOWN)));
    }

    @Test
    void looks_up_a_thousand_towns() {
        List<Long> unknown = LongStream.range(UNKNOWN - 999, UNKNOWN).boxed().toList();
        Claim claim = Claim.of(Optional.empty(), Optional.empty(), unknown);

        assertThat(conflicts(claim)).isEqualTo(Conflicts.of(false, false, unknown));
    }

    @Test
    void finds_names_of_inactive_users_taken() {
        fixture.deactivate(fixture.inserted("ana"));

        assertThat(conflicts(fixture.claim("ana"))).isEqualTo(Conflicts.of(true, true, List.of()));
    }
}
