package dev.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.fixture.Bench;
import dev.accounts.fixture.CountingHasher;
import dev.accounts.fixture.StubStores;
import dev.accounts.fixture.Unused;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.AuditStore;
import dev.accounts.spi.PersonalData;
import dev.accounts.spi.factor.SecretCipher;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccountsBuilderTest {

    private final StubStores stores = new StubStores();

    @Test
    void defaults_are_argon2id_thirty_days_and_the_clock_of_the_system() {
        AccountService service = Accounts.builder(stores).build().service();
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

        User user = service.register(Registration.of("kust2", Bench.PASSWORD));
        IssuedToken issued = service.login("kust2", Bench.PASSWORD);

        assertThat(stores.hashes.get(1L)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(user.dateJoined()).isBetween(before, Instant.now());
        assertThat(issued.token().expiresAt())
                .contains(issued.token().createdAt().plus(Duration.ofDays(30)));
        assertThat(service.getUser(issued.value(), 1).username()).isEqualTo("kust2");
    }

    @Test
    void a_built_service_keeps_its_clock_when_the_builder_gets_another() {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        AccountsBuilder builder =
                Accounts.builder(stores).passwordHasher(new CountingHasher()).clock(() -> first);
        AccountService service = builder.build().service();

        builder.clock(() -> first.plusSeconds(1)).build();

        assertThat(service.register(Registration.of("kust2", Bench.PASSWORD)).dateJoined())
                .isEqualTo(first);
    }

    @Nested
    class Refuses {

        /** Owners who must enrol could not, and could do nothing else. */
        @Test
        void a_required_factor_without_a_key() {
            AccountsBuilder builder = Accounts.builder(stores)
                    .passwordHasher(new CountingHasher())
                    .factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.REQUIRED_FOR_STAFF));

            assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("SecretCipher");
            assertThat(builder.secretCipher(SecretCipher.aesGcm("a", Map.of("a", new byte[16])))
                            .build())
                    .isNotNull();
        }

        private final AccountsBuilder builder = Accounts.builder(stores);

        @Test
        void null_by_name() {
            assertNamed("stores", () -> Accounts.builder(null));
            assertNamed("passwordHasher", () -> builder.passwordHasher(null));
            assertNamed("tokenSource", () -> builder.tokenSource(null));
            assertNamed("clock", () -> builder.clock(null));
            assertNamed("tokens", () -> builder.tokens(null));
            assertNamed("userVisibility", () -> builder.userVisibility(null));
            assertNamed("messages", () -> builder.messages(null));
        }

        @Test
        void null_for_a_policy_by_name() {
            assertNamed("passwords", () -> builder.passwords(null));
            assertNamed("emails", () -> builder.emails(null));
            assertNamed("throttle", () -> builder.throttle(null));
            assertNamed("sources", () -> builder.sources(null));
        }

        @Test
        void null_for_what_is_called_by_name() {
            AccountNotifier notifier = message -> {};
            assertNamed("notifier", () -> builder.deliverAfterCommit(null, Runnable::run));
            assertNamed("executor", () -> builder.deliverAfterCommit(notifier, null));
            assertNamed("listener", () -> builder.listenInTransaction(null));
            assertNamed("listener", () -> builder.listenAfterCommit(null));
            assertNamed("store", () -> builder.audit(null, AuditPolicy.defaults()));
            assertNamed("policy", () -> builder.audit(Unused.of(AuditStore.class), null));
            assertNamed("data", () -> builder.personalData(null));
        }

        @Test
        void a_lifetime_that_is_not_positive_or_that_no_store_could_note_down() {
            for (Duration lifetime : new Duration[] {
                Duration.ZERO,
                Duration.ofNanos(999),
                Duration.ofDays(-1),
                Duration.ofDays(36_500).plusNanos(1),
                ChronoUnit.FOREVER.getDuration()
            }) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> TokenPolicy.defaults().lifetime(lifetime))
                        .withMessageStartingWith("lifetime")
                        .withMessageEndingWith(lifetime.toString());
            }
            assertThat(builder.tokens(TokenPolicy.defaults().lifetime(Duration.ofNanos(1000)))
                            .tokens(TokenPolicy.defaults().lifetime(Duration.ofDays(36_500))))
                    .isSameAs(builder);
        }

        /** Data of a host under some name. */
        private record Named(String name) implements PersonalData {

            @Override
            public Object export(long userId) {
                return name;
            }

            @Override
            public void erase(long userId) {}
        }

        @Test
        void data_under_the_name_of_another_part_of_an_export() {
            builder.personalData(new Named("orders")).personalData(new Named("letters"));

            for (String name : new String[] {"account", "sessions", "events", "orders"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> builder.personalData(new Named(name)))
                        .withMessageEndingWith(": " + name);
            }
            assertNamed("name", () -> builder.personalData(new Named(null)));
        }

        private static void assertNamed(String name, ThrowingCallable call) {
            assertThatNullPointerException().isThrownBy(call).withMessage(name);
        }
    }
}
