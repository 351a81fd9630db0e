package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.HASH;
import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static dev.accounts.testkit.internal.StoreFixture.MAX_TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AuthToken;
import dev.accounts.model.StorageException;
import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenStore;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class TokenRenewCases {

    private static final int RUNNERS = 32;
    private static final Instant LATER = JOINED.plusSeconds(30);

    private final StoreFixture fixture;

    TokenRenewCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private TokenStore tokens() {
        return fixture.stores().tokens();
    }

    private AuthToken issued(String name, long userId) {
        AuthToken token = fixture.token(name, userId, JOINED);
        assertThat(fixture.issue(token)).isTrue();
        return token;
    }

    /** A token whose label and times must not be stored. */
    private AuthToken next(String name, Instant now) {
        Authentication both =
                new Authentication(now, Set.of(AuthenticationMethod.PASSWORD, AuthenticationMethod.RECOVERY_CODE));
        return new AuthToken(fixture.digest(name), 0, "other", now, now, Optional.empty(), both);
    }

    private boolean renew(AuthToken former, AuthToken next) {
        return fixture.stores().derivedTokens().renew(former.digest(), next);
    }

    @Test
    void keeps_owner_label_and_end_and_takes_the_rest() {
        long ana = fixture.inserted("ana");
        AuthToken former = issued("former", ana);
        AuthToken next = next("next", LATER);

        assertThat(renew(former, next)).isTrue();

        assertThat(fixture.isStored("former")).isFalse();
        assertThat(tokens().list(ana))
                .containsExactly(new AuthToken(
                        next.digest(), ana, "former", JOINED, LATER, former.expiresAt(), next.authentication()));
        assertThat(tokens().findOwner(next.digest())).map(TokenOwner::identity).hasValueSatisfying(identity -> {
            assertThat(identity.id()).isEqualTo(ana);
            assertThat(identity.authentication()).isEqualTo(next.authentication());
        });
    }

    @Test
    void leaves_other_tokens_alone() {
        long ana = fixture.inserted("ana");
        AuthToken former = issued("former", ana);
        AuthToken other = issued("other", ana);

        renew(former, next("next", LATER));

        assertThat(tokens().list(ana)).contains(other).hasSize(2);
    }

    @Test
    void does_nothing_without_a_live_token() {
        long ana = fixture.inserted("ana");
        AuthToken former = issued("former", ana);

        assertThat(fixture.stores().derivedTokens().renew(fixture.digest("unknown"), next("next", LATER)))
                .isFalse();
        assertThat(renew(former, next("next", former.expiresAt().orElseThrow())))
                .isFalse();

        assertThat(tokens().list(ana)).containsExactly(former);
    }

    @Test
    void lets_one_of_many_renew_a_token() {
        long ana = fixture.inserted("ana");
        AuthToken former = issued("former", ana);

        List<Boolean> renewed = Race.of(RUNNERS, i -> Race.atLast(() -> renew(former, next("next" + i, LATER))));

        assertThat(Collections.frequency(renewed, true)).isOne();
        assertThat(tokens().list(ana)).hasSize(1);
    }

    @Test
    void refuses_a_value_that_exists() {
        long ana = fixture.inserted("ana");
        AuthToken former = issued("former", ana);
        issued("other", ana);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> renew(former, next("other", LATER)));

        assertThat(fixture.isStored("former")).isTrue();
    }

    @Test
    void keeps_every_method() {
        long ana = fixture.inserted("ana");
        AuthToken former = issued("former", ana);
        Authentication all = new Authentication(LATER, Set.of(AuthenticationMethod.values()));

        renew(former, new AuthToken(fixture.digest("next"), 0, "", LATER, LATER, Optional.empty(), all));

        assertThat(tokens().list(ana)).extracting(AuthToken::authentication).containsExactly(all);
    }

    /** A login that was verified without a factor must not be stored once there is one, nor the other way round. */
    @Test
    void a_login_needs_a_factor_exactly_where_the_owner_has_one() {
        long ana = fixture.inserted("ana");
        AuthToken byPassword = fixture.token("password", ana, JOINED);
        AuthToken byBoth = new AuthToken(
                fixture.digest("both"),
                ana,
                "",
                JOINED,
                JOINED,
                Optional.empty(),
                Authentication.byPassword(JOINED).and(JOINED, AuthenticationMethod.TOTP));

        assertThat(login(byBoth)).isFalse();
        assertThat(fixture.stores().users().replace(fixture.read(ana).withSecondFactor(true)))
                .isTrue();
        assertThat(login(byPassword)).isFalse();
        assertThat(login(byBoth)).isTrue();

        assertThat(tokens().list(ana)).containsExactly(byBoth);
        assertThat(fixture.read(ana).secondFactor()).isTrue();
    }

    private boolean login(AuthToken token) {
        return tokens().issue(new VerifiedLogin(token, HASH, HASH, MAX_TOKENS));
    }
}
