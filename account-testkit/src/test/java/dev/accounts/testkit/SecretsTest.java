package dev.accounts.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.AuthToken;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.RecoveryCodes;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.spi.Claim;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.Notice;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.spi.factor.StoredTotp;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {

    private static final String SECRET = "5ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2";
    private static final TokenDigest DIGEST = TokenDigest.of(SECRET);
    private static final AuthToken TOKEN = new AuthToken(
            DIGEST, 1, "", Instant.EPOCH, Instant.EPOCH, Optional.empty(), Authentication.byPassword(Instant.EPOCH));

    private static StoredUser storedUser() {
        Optional<String> secret = Optional.of(SECRET);
        return new StoredUser(
                1,
                0,
                SECRET,
                SECRET,
                new StoredUser.Email(SECRET, secret, false, secret),
                SECRET,
                StoredUser.Flags.ACTIVE,
                false);
    }

    static Stream<Object> holders_of_secrets() {
        Claim claim = Claim.of(Optional.of("ana"), Optional.empty(), List.of());
        return Stream.of(
                Registration.of("ana", SECRET),
                DIGEST,
                TOKEN,
                new IssuedToken(SECRET, TOKEN),
                new NewUser("ana", "", claim, SECRET, Instant.EPOCH),
                storedUser(),
                UserKey.username(SECRET),
                new VerifiedLogin(TOKEN, SECRET, SECRET, 1),
                HttpCall.of("POST", "/auth/token/login/")
                        .header("Authorization", "Token " + SECRET)
                        .body(SECRET),
                new HttpReply(200, Map.of("X-Token", SECRET), Map.of("auth_token", SECRET)));
    }

    static Stream<Object> what_is_mailed() {
        OneTimeToken link = new OneTimeToken("MQ", SECRET, Instant.EPOCH);
        return Stream.of(
                link,
                new AccountMessage(1, Kind.RESET_PASSWORD, 1, "ana", "", Optional.of(link)),
                new StoredOneTimeToken(DIGEST, Purpose.RESET_PASSWORD, 1, SECRET, SECRET, Instant.EPOCH, Instant.EPOCH),
                new Notice(1, Optional.of(1L), Kind.RESET_PASSWORD, SECRET, Instant.EPOCH, 1));
    }

    static Stream<Object> secrets_of_factors() {
        LoginChallenge challenge = new LoginChallenge(
                SECRET,
                Instant.EPOCH,
                Set.of(AuthenticationMethod.TOTP),
                Optional.of(new PasskeyOptions(Map.of("challenge", SECRET), Instant.EPOCH)));
        return Stream.of(
                Proof.password(SECRET),
                Proof.totp(SECRET),
                Proof.recoveryCode(SECRET),
                challenge,
                new SecondFactorRequiredException(challenge),
                new TotpEnrolment(SECRET, SECRET, SECRET, Instant.EPOCH),
                new RecoveryCodes(List.of(SECRET)),
                new EnrolledFactor(new IssuedToken(SECRET, TOKEN), new RecoveryCodes(List.of(SECRET))),
                new StoredTotp(1, SECRET, 0, Instant.EPOCH),
                SecretCipher.aesGcm(
                        "current", Map.of("current", SECRET.substring(0, 32).getBytes(US_ASCII))));
    }

    @ParameterizedTest
    @MethodSource({"holders_of_secrets", "what_is_mailed", "secrets_of_factors"})
    void prints_no_secret(Object holder) {
        assertThat(holder.toString()).doesNotContain(SECRET).doesNotContain(DIGEST.hex());
    }

    @Test
    void prints_no_secret_of_a_row_in_memory() {
        TestAccounts accounts = TestAccounts.create();
        InMemoryAccountStores stores = accounts.stores();
        IssuedToken token = accounts.loggedIn("ana");

        assertThat(Stream.of(
                                stores.users(),
                                stores.tokens(),
                                stores.oneTimeTokens(),
                                stores.outbox(),
                                stores.attempts())
                        .map(Object::toString))
                .noneMatch(text -> Stream.of(
                                "fast$", token.value(), token.token().digest().hex())
                        .anyMatch(text::contains));
    }
}
