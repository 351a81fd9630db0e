package dev.accounts.testkit.contract.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AuthToken;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.model.factor.Authentication;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a store keeps delegated tokens. */
abstract class DelegatedStoreCases {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final int MOST_SCOPES = PersonalTokenRequest.MOST_SCOPES;
    private static final int RUNNERS = 32;

    private final AccountsFixture fixture;

    DelegatedStoreCases(Supplier<AccountStores> stores) {
        this.fixture = new AccountsFixture(stores);
    }

    private AccountStores stores() {
        return fixture.stores();
    }

    private AuthToken token(String name, long userId, Delegation delegation) {
        return new AuthToken(
                TokenDigest.of(fixture.unique(name)),
                userId,
                name,
                NOW,
                NOW,
                Optional.of(NOW.plus(Duration.ofDays(1))),
                Authentication.byPassword(NOW),
                delegation);
    }

    @Test
    void come_back_as_they_were_stored() {
        long ana = fixture.registered("ana").id();
        String longest = "\uD83D\uDE00".repeat(Delegation.MOST_CHARACTERS / 2 - 1) + "x";
        Set<String> most = IntStream.range(0, MOST_SCOPES)
                .mapToObj(i -> "%02d".formatted(i) + "ü".repeat(Delegation.MOST_CHARACTERS / MOST_SCOPES - 3))
                .collect(Collectors.toSet());
        assertThat(Delegation.areStorable(Set.of(longest + "x"))).isFalse();
        for (Delegation delegation : List.of(
                Delegation.acting(Long.MAX_VALUE, UUID.randomUUID()),
                Delegation.personal(Set.of()),
                Delegation.personal(Set.of("with space", "ünïcode", "comma,semicolon;")),
                Delegation.personal(Set.of(longest)),
                Delegation.personal(most))) {
            AuthToken token = token("t" + delegation.hashCode(), ana, delegation);

            stores().derivedTokens().add(token);

            assertThat(stores().tokens().list(ana)).contains(token);
            assertThat(stores().tokens().findOwner(token.digest()))
                    .hasValueSatisfying(
                            owner -> assertThat(owner.identity().delegation()).isEqualTo(delegation));
            assertThat(stores().tokens().findPermittedOwner(token.digest()))
                    .hasValueSatisfying(found ->
                            assertThat(found.owner().identity().delegation()).isEqualTo(delegation));
        }
    }

    @Test
    void need_a_user_and_a_value_of_their_own() {
        long ana = fixture.registered("ana").id();
        AuthToken token = token("one", ana, Delegation.acting(1, UUID.randomUUID()));
        stores().derivedTokens().add(token);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> stores().derivedTokens().add(token));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> stores().derivedTokens()
                        .add(token("two", Long.MAX_VALUE, Delegation.acting(1, UUID.randomUUID()))));
        assertThat(stores().tokens().list(ana)).containsExactly(token);
    }

    @Test
    void are_added_once_by_many_at_a_time() {
        long ana = fixture.registered("ana").id();
        AuthToken token = token("one", ana, Delegation.personal(Set.of("read")));

        List<Boolean> added = Race.of(RUNNERS, i -> isAdded(token));

        assertThat(added).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(stores().tokens().list(ana)).containsExactly(token);
    }

    private boolean isAdded(AuthToken token) {
        try {
            stores().derivedTokens().add(token);
            return true;
        } catch (StorageException refused) {
            return false;
        }
    }

    @Test
    void go_with_their_owner_and_with_all_tokens() {
        long ana = fixture.registered("ana").id();
        AuthToken token = token("one", ana, Delegation.personal(Set.of()));
        stores().derivedTokens().add(token);

        assertThat(stores().tokens().endAll(ana, Optional.empty())).isEqualTo(1);

        assertThat(stores().tokens().findOwner(token.digest())).isEmpty();
    }
}
