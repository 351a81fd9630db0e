package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.Violation;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class AccountLanguagesTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class))
            .withBean(InMemoryAccountStores.class);

    private final ApplicationContextRunner translated =
            application.withBean("messageSource", MessageSource.class, AccountLanguagesTest::german);

    private static MessageSource german() {
        StaticMessageSource source = new StaticMessageSource();
        source.addMessage("accounts.too_short", Locale.GERMAN, "Mindestens {0} Zeichen, bitte: ''kurz'' reicht nicht.");
        source.addMessage("accounts.invalid", Locale.GERMAN, "So nicht.");
        return source;
    }

    @AfterEach
    void forget_the_language() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static List<String> refused(AccountService accounts, String username, String password) {
        return Assertions.catchThrowableOfType(
                        InvalidInputException.class, () -> accounts.register(Registration.of(username, password)))
                .violations()
                .stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void speaks_the_language_of_the_request_where_the_application_has_a_text() {
        translated.run(context -> {
            AccountService accounts = context.getBean(AccountService.class);
            LocaleContextHolder.setLocale(Locale.GERMAN);

            assertThat(refused(accounts, "ana", "Xk7-q"))
                    .containsExactly("Mindestens 8 Zeichen, bitte: 'kurz' reicht nicht.");
            assertThat(refused(accounts, "a b", "correct-Horse-7")).containsExactly("So nicht.");
        });
    }

    @Test
    void speaks_english_in_other_languages_and_where_the_application_has_no_text() {
        translated.run(context -> {
            AccountService accounts = context.getBean(AccountService.class);
            LocaleContextHolder.setLocale(Locale.FRENCH);
            assertThat(refused(accounts, "ana", "Xk7-q"))
                    .containsExactly("This password is too short. It must contain at least 8 characters.");
            LocaleContextHolder.setLocale(Locale.GERMAN);
            assertThat(refused(accounts, "", "correct-Horse-7")).containsExactly("This field may not be blank.");
        });
    }
}
