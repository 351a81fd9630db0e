package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.IssuedToken;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Registration;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The setting {@code accounts.tokens.personal}. */
class AccountTokenSettingsTest {

    private static final String PASSWORD = "correct-Horse-7";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class))
            .withBean(InMemoryAccountStores.class)
            .withBean(PasswordHasher.class, FastPasswordHasher::new);

    private static IssuedToken issued(ApplicationContext context) {
        AccountService accounts = context.getBean(AccountService.class);
        accounts.register(Registration.of("ana", PASSWORD));
        String session = accounts.login("ana", PASSWORD).value();
        return accounts.sessions()
                .issuePersonal(session, new PersonalTokenRequest("backup", Set.of(), Duration.ofDays(1)));
    }

    @Test
    void allows_personal_tokens() {
        application.withPropertyValues("accounts.tokens.personal=true").run(context -> {
            IssuedToken token = issued(context);

            assertThat(context.getBean(AccountService.class).me(token.value()).username())
                    .isEqualTo("ana");
        });
    }

    @Test
    void allows_none_by_default() {
        application.run(context ->
                assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> issued(context)));
        application
                .withPropertyValues("accounts.tokens.personal=false", "accounts.tokens.lifetime=1d")
                .run(context -> assertThatExceptionOfType(PermissionDeniedException.class)
                        .isThrownBy(() -> issued(context)));
    }

    @Test
    void goes_with_the_other_settings_of_tokens() {
        application
                .withPropertyValues("accounts.tokens.personal=true", "accounts.tokens.max-per-user=1")
                .run(context -> assertThat(issued(context)).isNotNull());
    }
}
