package dev.accounts.spring;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.ViolationMessages;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.policy.PasswordPolicy;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.policy.UserVisibility;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.PersonalData;
import dev.accounts.spi.TokenSource;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.spi.factor.SecretCipher;
import java.util.List;
import java.util.ResourceBundle;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.MessageSource;

/** Builds the account system from the settings and the beans of the application. */
final class AccountParts {

    private final AccountProperties properties;
    private final BeanFactory beans;

    AccountParts(AccountProperties properties, BeanFactory beans) {
        this.properties = properties;
        this.beans = beans;
    }

    Accounts build(AccountStores stores) {
        AccountsBuilder builder = Accounts.builder(stores)
                .passwordHasher(beans.getBean(PasswordHasher.class))
                .tokens(beans.getBean(TokenPolicy.class))
                .passwords(beans.getBean(PasswordPolicy.class))
                .emails(beans.getBean(EmailPolicy.class))
                .factors(beans.getBean(FactorPolicy.class));
        SecretCipher cipher = beans.getBeanProvider(SecretCipher.class)
                .getIfAvailable(() -> AccountKeys.cipher(properties.factors()));
        builder = cipher == null ? builder : builder.secretCipher(cipher);
        builder = passkeys(builder);
        builder = limits(builder);
        builder = builder.userVisibility(
                beans.getBeanProvider(UserVisibility.class).getIfAvailable(this::visibility));
        if (properties.audit().enabled() && stores instanceof JpaAccountStores jpa) {
            builder = builder.audit(jpa.audit(), beans.getBean(AuditPolicy.class));
        }
        AccountNotifier notifier = beans.getBeanProvider(AccountNotifier.class).getIfUnique();
        if (notifier != null) {
            builder = builder.deliverAfterCommit(
                    notifier, beans.getBean(AccountMailThread.class).executor());
        }
        for (AccountListener listener : all(AccountListener.class)) {
            builder = builder.listenAfterCommit(listener);
        }
        for (PersonalData data : all(PersonalData.class)) {
            builder = builder.personalData(data);
        }
        for (TokenSource source : all(TokenSource.class)) {
            builder = builder.tokenSource(source);
        }
        ResourceBundle own = new AccountMessageBundle(
                beans.getBean(MessageSource.class), ViolationMessages.english().bundle());
        builder = builder.messages(ViolationMessages.from(own));
        for (AccountsCustomizer customizer : all(AccountsCustomizer.class)) {
            builder = customizer.customize(builder);
        }
        return builder.build();
    }

    private UserVisibility visibility() {
        return switch (properties.visibility()) {
            case EVERYONE -> UserVisibility.EVERYONE;
            case SELF_OR_STAFF -> UserVisibility.SELF_OR_STAFF;
        };
    }

    private AccountsBuilder passkeys(AccountsBuilder builder) {
        PasskeyPolicy policy = beans.getBeanProvider(PasskeyPolicy.class).getIfAvailable(properties.passkeys()::policy);
        return policy == null ? builder : builder.passkeys(policy, verifier());
    }

    private PasskeyVerifier verifier() {
        PasskeyVerifier verifier = beans.getBeanProvider(PasskeyVerifier.class).getIfAvailable();
        if (verifier == null) {
            throw new IllegalStateException(
                    "passkeys are offered, but nothing verifies them: add the dependency com.webauthn4j:webauthn4j-core"
                            + " or a bean of the type PasskeyVerifier");
        }
        return verifier;
    }

    private AccountsBuilder limits(AccountsBuilder builder) {
        AccountsBuilder throttled = properties.limits().failures()
                ? builder.throttle(beans.getBean(ThrottlePolicy.class))
                : builder.withoutThrottle();
        return properties.limits().sources()
                ? throttled.sources(beans.getBean(SourcePolicy.class))
                : throttled.withoutSourceLimits();
    }

    private <T> List<T> all(Class<T> type) {
        return beans.getBeanProvider(type).orderedStream().toList();
    }
}
