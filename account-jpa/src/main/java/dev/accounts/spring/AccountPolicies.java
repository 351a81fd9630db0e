package dev.accounts.spring;

import dev.accounts.password.Argon2idHasher;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.PasswordPolicy;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.webauthn.WebAuthn4jVerifier;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Makes the policies of the settings. Each backs off for a bean of the host. */
@Configuration(proxyBeanMethods = false)
@Import({AccountParts.class, AccountMailThread.class})
class AccountPolicies {

    @Bean("accounts.passwordHasher")
    @ConditionalOnMissingBean(PasswordHasher.class)
    Argon2idHasher passwordHasher(AccountProperties properties) {
        AccountProperties.Hashing hashing = properties.hashing();
        Argon2idHasher.Builder builder = Argon2idHasher.builder();
        builder = with(builder, hashing.memoryKib(), Argon2idHasher.Builder::memoryKib);
        builder = with(builder, hashing.passes(), Argon2idHasher.Builder::passes);
        builder = with(builder, hashing.slots(), Argon2idHasher.Builder::maxParallelHashes);
        return with(builder, hashing.maxWait(), Argon2idHasher.Builder::maxWait).build();
    }

    @Bean("accounts.tokenPolicy")
    @ConditionalOnMissingBean
    TokenPolicy tokenPolicy(AccountProperties properties) {
        AccountProperties.Tokens tokens = properties.tokens();
        TokenPolicy policy = with(TokenPolicy.defaults(), tokens.lifetime(), TokenPolicy::lifetime);
        policy = with(policy, tokens.idleTimeout(), TokenPolicy::idleTimeout);
        policy = with(policy, tokens.maxPerUser(), TokenPolicy::maxPerUser);
        return tokens.personal() ? policy.allowPersonalTokens() : policy;
    }

    @Bean("accounts.passwordPolicy")
    @ConditionalOnMissingBean
    PasswordPolicy passwordPolicy(AccountProperties properties) {
        AccountProperties.Passwords passwords = properties.passwords();
        PasswordPolicy policy = with(PasswordPolicy.defaults(), passwords.minLength(), PasswordPolicy::minLength)
                .contextWords(passwords.contextWords().toArray(String[]::new));
        return with(policy, passwords.resetLifetime(), PasswordPolicy::resetLifetime);
    }

    @Bean("accounts.emailPolicy")
    @ConditionalOnMissingBean
    EmailPolicy emailPolicy(AccountProperties properties) {
        AccountProperties.Emails emails = properties.emails();
        EmailPolicy policy =
                emails.verification() ? EmailPolicy.defaults().requireVerification() : EmailPolicy.defaults();
        policy = emails.login() ? policy.allowLoginByEmail() : policy;
        policy = emails.newSourceMail() ? policy.mailNewSources() : policy;
        return with(policy, emails.verificationLifetime(), EmailPolicy::verificationLifetime);
    }

    @Bean("accounts.factorPolicy")
    @ConditionalOnMissingBean
    FactorPolicy factorPolicy(AccountProperties properties, Environment environment) {
        AccountProperties.Factors factors = properties.factors();
        FactorPolicy policy = FactorPolicy.defaults().requirement(factors.requirement());
        String name = environment.getProperty("spring.application.name");
        policy = with(policy, name == null || name.isBlank() ? null : name, FactorPolicy::issuer);
        policy = with(policy, factors.issuer(), FactorPolicy::issuer);
        return with(policy, factors.freshness(), FactorPolicy::freshness);
    }

    /** Made only where passkeys are offered: WebAuthn4J may be here for others, in a version of theirs. */
    @Bean("accounts.passkeyVerifier")
    @Lazy
    @ConditionalOnClass(name = "com.webauthn4j.WebAuthnManager")
    @ConditionalOnMissingBean
    PasskeyVerifier passkeyVerifier() {
        return new WebAuthn4jVerifier();
    }

    @Bean("accounts.auditPolicy")
    @ConditionalOnMissingBean
    AuditPolicy auditPolicy(AccountProperties properties) {
        AccountProperties.Audit audit = properties.audit();
        AuditPolicy policy = with(AuditPolicy.defaults(), audit.retention(), AuditPolicy::retention);
        return audit.forgetDeleted() ? policy.forgetDeleted() : policy;
    }

    @Bean("accounts.throttlePolicy")
    @ConditionalOnMissingBean
    ThrottlePolicy throttlePolicy() {
        return ThrottlePolicy.defaults();
    }

    @Bean("accounts.sourcePolicy")
    @ConditionalOnMissingBean
    SourcePolicy sourcePolicy() {
        return SourcePolicy.defaults();
    }

    /** Applies a setting that is set. */
    private static <T, V> T with(T policy, @Nullable V value, BiFunction<T, V, T> setting) {
        return value == null ? policy : setting.apply(policy, value);
    }
}
