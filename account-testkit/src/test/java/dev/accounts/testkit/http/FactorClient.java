package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.testkit.TotpApp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The client of ana, who may enrol an app for one-time codes. */
final class FactorClient {

    static final String FACTORS = "/auth/factors/";
    static final String TOTP = FACTORS + "totp/";
    static final String LOGIN = "/auth/token/login/";
    static final String SECOND_STEP = "/auth/token/factor/";
    static final String CONFIRM = "/auth/token/confirm/";

    final Wired wired;
    String token;
    TotpApp app;
    List<?> recoveryCodes;

    FactorClient() {
        this(new Wired());
    }

    FactorClient(Wired wired) {
        this.wired = wired;
        this.token = wired.token("ana");
    }

    static String text(HttpReply reply, String field) {
        return String.valueOf(Wired.fields(reply.body()).get(field));
    }

    HttpReply begin() {
        return wired.call("POST", TOTP, token, null);
    }

    HttpReply confirm(HttpReply begun, String code) {
        return wired.post(TOTP + "confirm/", token, Map.of("enrolment", text(begun, "enrolment"), "code", code));
    }

    TotpApp scanned(HttpReply begun) {
        return TotpApp.scan(
                new TotpEnrolment(text(begun, "enrolment"), text(begun, "uri"), text(begun, "secret"), Instant.EPOCH),
                wired.accounts.clock());
    }

    void enrol() {
        HttpReply begun = begin();
        app = scanned(begun);
        HttpReply enrolled = confirm(begun, app.code());
        assertThat(enrolled.status()).isEqualTo(200);
        token = text(enrolled, "auth_token");
        recoveryCodes = (List<?>) Wired.fields(enrolled.body()).get("recovery_codes");
        wired.accounts.clock().advance(Duration.ofSeconds(30));
    }

    HttpReply logIn() {
        return wired.post(LOGIN, Map.of("username", "ana", "password", PASSWORD));
    }

    String challenge() {
        return text(logIn(), "challenge");
    }
}
