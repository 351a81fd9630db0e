package dev.accounts.testkit.contract.service;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.ScriptedPasswordHasher;
import org.junit.jupiter.api.Test;

abstract class LoginRehashCases {

    private final AccountsFixture fixture;
    private final FastPasswordHasher stronger = new FastPasswordHasher(2);

    LoginRehashCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private AccountService service(PasswordHasher hasher) {
        return fixture.builder().passwordHasher(hasher).build().service();
    }

    private String storedHash() {
        return fixture.stores()
                .users()
                .read(UserKey.username(fixture.unique("ana")))
                .map(StoredUser::passwordHash)
                .orElseThrow();
    }

    @Test
    void replaces_a_weaker_hash_at_the_next_login() {
        fixture.registered("ana");
        assertThat(stronger.needsRehash(storedHash())).isTrue();

        service(stronger).login(fixture.unique("ana"), PASSWORD);

        assertThat(stronger.needsRehash(storedHash())).isFalse();
        assertThat(stronger.verify(PASSWORD, storedHash())).isTrue();
        assertThat(service(stronger).login(fixture.unique("ana"), PASSWORD).value())
                .isNotEmpty();
    }

    @Test
    void replaces_it_once() {
        fixture.registered("ana");
        ScriptedPasswordHasher counting = new ScriptedPasswordHasher(stronger);
        AccountService service = service(counting);

        service.login(fixture.unique("ana"), PASSWORD);
        String replaced = storedHash();
        service.login(fixture.unique("ana"), PASSWORD);

        assertThat(counting.hashes()).isEqualTo(1);
        assertThat(storedHash()).isEqualTo(replaced);
    }

    @Test
    void keeps_a_login_that_is_won_when_there_is_no_time_for_a_better_hash() {
        fixture.registered("ana");
        String before = storedHash();

        String token = service(new ScriptedPasswordHasher(stronger).tooBusyToHash())
                .login(fixture.unique("ana"), PASSWORD)
                .value();

        assertThat(fixture.service().me(token)).isNotNull();
        assertThat(storedHash()).isEqualTo(before);
    }

    @Test
    void replaces_nothing_for_a_wrong_password() {
        fixture.registered("ana");
        String before = storedHash();

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> service(stronger).login(fixture.unique("ana"), "wrong"));

        assertThat(storedHash()).isEqualTo(before);
    }

    @Test
    void never_weakens_a_hash() {
        fixture.registered("ana");
        service(stronger).login(fixture.unique("ana"), PASSWORD);
        String strong = storedHash();

        fixture.loggedIn("ana");

        assertThat(storedHash()).isEqualTo(strong);
    }

    @Test
    void succeeds_even_if_another_login_replaces_the_hash_meanwhile() {
        fixture.registered("ana");
        AccountService other = service(stronger);
        AccountService overtaken = service(new ScriptedPasswordHasher(stronger)
                .afterFirstVerify(() -> other.login(fixture.unique("ana"), PASSWORD)));

        String token = overtaken.login(fixture.unique("ana"), PASSWORD).value();

        assertThat(fixture.service().me(token).username()).isEqualTo(fixture.unique("ana"));
        assertThat(stronger.verify(PASSWORD, storedHash())).isTrue();
    }

    @Test
    void lets_many_log_in_at_once_while_the_hash_is_replaced() {
        fixture.registered("ana");
        AccountService service = service(stronger);

        assertThat(Race.of(
                        16, i -> service.login(fixture.unique("ana"), PASSWORD).value()))
                .doesNotHaveDuplicates();

        assertThat(stronger.needsRehash(storedHash())).isFalse();
    }
}
