package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AuthToken;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Passkeys;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.TotpApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Tables of V1 that hold accounts, tokens and links get what V2 adds, and every row stays good. */
@OnEachDatabase
class SchemaUpgradeTest {

    private static final String PASSWORD = "correct-Horse-7";
    private static final String NEW_PASSWORD = "battery-Staple-9";
    private static final String ORIGIN = "https://accounts.example.org";

    @Parameter
    TestDatabase database;

    private final MovableClock clock = new MovableClock();
    private HikariDataSource fresh;
    private IssuedToken token;
    private OneTimeToken link;

    @BeforeEach
    void fillTablesOfVersion1() throws Exception {
        fresh = database.anotherDatabase();
        AccountSchema.of(fresh).createIfMissing();
        try (JpaAccountStores stores = JpaAccountStores.over(fresh)) {
            Accounts accounts = accounts(stores);
            accounts.service().register(Registration.of("ana", PASSWORD).email("ana@example.org"));
            token = accounts.service().login("ana", PASSWORD, "laptop");
            accounts.service().passwords().requestReset("ana@example.org");
            List<OneTimeToken> links = new ArrayList<>();
            accounts.maintenance().deliver(message -> message.token().ifPresent(links::add), 1);
            link = links.get(0);
        }
        removeWhatVersion2Adds();
        assertThat(SchemaDump.of(fresh)).isEqualTo(schemaOf("V1__accounts.sql"));
    }

    @AfterEach
    void close() {
        fresh.close();
    }

    private Accounts accounts(JpaAccountStores stores) {
        return Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .clock(clock)
                .secretCipher(SecretCipher.aesGcm("first", Map.of("first", new byte[32])))
                .passkeys(PasskeyPolicy.of("example.org", ORIGIN), PasskeyDevice.verifier())
                .tokens(TokenPolicy.defaults().allowPersonalTokens())
                .build();
    }

    private void removeWhatVersion2Adds() {
        for (String sql : List.of(
                "drop table account_totp",
                "drop table account_recovery_code",
                "drop table account_passkey",
                "alter table account_user drop column second_factor",
                "alter table account_token drop column authenticated_at",
                "alter table account_token drop column methods",
                "alter table account_token drop column delegation",
                "alter table account_one_time_token drop column payload")) {
            TestDatabase.execute(fresh, sql);
        }
    }

    private List<String> schemaOf(String... scripts) throws Exception {
        try (HikariDataSource another = database.anotherDatabase()) {
            ShippedScripts.statements(database, scripts).forEach(sql -> TestDatabase.execute(another, sql));
            return SchemaDump.of(another);
        }
    }

    private void assertEverythingIsGood() throws Exception {
        assertThat(SchemaDump.of(fresh)).isEqualTo(schemaOf("V1__accounts.sql", "V2__second_factors.sql"));
        try (JpaAccountStores stores = JpaAccountStores.over(fresh)) {
            AccountService service = accounts(stores).service();
            Authentication former = Authentication.byPassword(token.token().createdAt());
            assertThat(service.me(token.value()).authentication()).isEqualTo(former);
            assertThat(service.sessions().list(token.value())).hasSize(1);
            assertThat(stores.tokens().list(service.me(token.value()).id()))
                    .extracting(AuthToken::authentication)
                    .containsExactly(former);
            assertThat(service.login("ana", PASSWORD)).isNotNull();
            service.passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
            assertThat(service.login("ana", NEW_PASSWORD)).isNotNull();
            assertWhatVersion2AddsIsUsed(service);
        }
    }

    /** The user of before enrols an app, registers a passkey and issues a personal token. */
    private void assertWhatVersion2AddsIsUsed(AccountService service) {
        String session = service.login("ana", NEW_PASSWORD).value();
        TotpEnrolment begun = service.factors().beginTotp(session);
        TotpApp app = TotpApp.scan(begun, clock);
        EnrolledFactor enrolled = service.factors().confirmTotp(session, begun.enrolment(), app.code());
        PasskeyDevice device = PasskeyDevice.at(ORIGIN, "example.org");
        Passkeys passkeys = service.factors().passkeys();
        PasskeyOptions options = passkeys.beginRegistration(enrolled.token().value());
        String next = passkeys.register(enrolled.token().value(), device.register(options), "key")
                .token()
                .value();
        String personal = service.sessions()
                .issuePersonal(next, new PersonalTokenRequest("backup", Set.of(), Duration.ofDays(1)))
                .value();

        assertThat(service.me(personal).delegation()).isEqualTo(Delegation.personal(Set.of()));
        assertThat(service.factors().list(next).totpSince()).isPresent();
        assertThat(service.factors().list(next).passkeys()).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(completed(service, Proof.totp(app.code()))).isNotNull();
        String code = enrolled.recoveryCodes().codes().get(0);
        assertThat(completed(service, Proof.recoveryCode(code))).isNotNull();
        assertThat(passkeys.login(device.sign(passkeys.beginLogin()), "")).isNotNull();
        assertThat(service.factors().list(next).recoveryCodesLeft()).isEqualTo(9);
    }

    private static IssuedToken completed(AccountService service, Proof proof) {
        SecondFactorRequiredException asked =
                catchThrowableOfType(SecondFactorRequiredException.class, () -> service.login("ana", NEW_PASSWORD));
        return service.factors().completeLogin(asked.challenge().value(), proof, "");
    }

    @Test
    void version_2_is_added_by_the_library() throws Exception {
        assertThat(AccountSchema.of(fresh).createIfMissing()).isTrue();

        assertThat(AccountSchema.of(fresh).createIfMissing()).isFalse();
        assertEverythingIsGood();
    }

    @Test
    void version_2_is_added_by_the_script() throws Exception {
        ShippedScripts.statements(database, "V2__second_factors.sql").forEach(sql -> TestDatabase.execute(fresh, sql));

        assertThat(AccountSchema.of(fresh).createIfMissing()).isFalse();
        assertEverythingIsGood();
    }

    @Test
    void version_1_is_refused_with_what_is_missing() {
        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("account_user.second_factor")
                .hasMessageContaining("account_totp")
                .hasMessageContaining("V2__second_factors.sql")
                .hasMessageContaining("createIfMissing");
    }
}
