package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {

    @ParameterizedTest
    @CsvSource({
        "/auth/users/, USERS",
        "/auth/token/login/, LOGIN",
        "/auth/token/login, LOGIN",
        "/auth/token/logout/, LOGOUT",
        "/auth/token/logout, LOGOUT",
        "/auth/token/logout_all/, LOGOUT_ALL",
        "/auth/token/logout_all, LOGOUT_ALL",
        "/auth/token/confirm, CONFIRM",
        "/auth/token/confirm/passkey/, CONFIRM_OPTIONS",
        "/auth/token/confirm/passkey, CONFIRM_OPTIONS",
        "/auth/token/passkey/, LOGIN_OPTIONS",
        "/auth/token/passkey, LOGIN_OPTIONS",
        "/auth/token/passkey/login/, LOGIN_PASSKEY",
        "/auth/token/passkey/login, LOGIN_PASSKEY",
        "/auth/factors/passkeys/, PASSKEYS",
        "/auth/factors/passkeys/confirm/, CONFIRM_PASSKEY",
        "/auth/factors/passkeys/x y/, PASSKEY",
        "/auth/sessions/, SESSIONS",
        "/auth/sessions/x y/, SESSION",
        "/auth/sessions/personal/, PERSONAL_TOKENS",
        "/auth/users/5/act/, ACT",
        "/auth/users/me/, ME",
        "/auth/users/set_username/, SET_USERNAME",
        "/auth/users/set_password/, SET_PASSWORD",
        "/auth/users/reset_password/, RESET_PASSWORD",
        "/auth/users/reset_password_confirm/, RESET_PASSWORD_CONFIRM",
        "/auth/users/activation/, ACTIVATION",
        "/auth/users/resend_activation/, RESEND_ACTIVATION",
        "/auth/users/5/, ACCOUNT",
        "/auth/users/x y/, ACCOUNT",
        "/user/5/, USER",
        "/user/x y/, USER"
    })
    void are_known_by_their_paths(String path, Operation operation) {
        assertThat(Operation.at(path)).contains(operation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/auth/users",
                "/auth/users//",
                "/auth/users/5",
                "/auth/users/5/6/",
                "/auth/token/login//",
                "/user/",
                "/user/5",
                "/user/5//",
                "/user//5/",
                "/auth/sessions",
                "/auth/factors/passkeys",
                "/auth/factors/passkeys//",
                "/auth/factors/passkeys/1/2/",
                "/auth/sessions//",
                "/auth/users/me",
                "x/user/5/"
            })
    void are_not_known_by_other_paths(String path) {
        assertThat(Operation.at(path)).isEmpty();
    }

    @Test
    void need_a_token_unless_who_calls_cannot_have_one() {
        assertThat(Operation.values())
                .filteredOn(operation -> !operation.needsToken("POST"))
                .containsExactly(
                        Operation.USERS,
                        Operation.LOGIN,
                        Operation.LOGIN_FACTOR,
                        Operation.LOGIN_OPTIONS,
                        Operation.LOGIN_PASSKEY,
                        Operation.RESET_PASSWORD,
                        Operation.RESET_PASSWORD_CONFIRM,
                        Operation.RESET_USERNAME,
                        Operation.RESET_USERNAME_CONFIRM,
                        Operation.ACTIVATION,
                        Operation.RESEND_ACTIVATION);
        assertThat(Operation.USERS.needsToken("GET")).isTrue();
        assertThat(Operation.USERS.needsToken("DELETE")).isTrue();
    }
}
