package dev.accounts;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.service.AccountAssembly;
import dev.accounts.internal.service.AccountSettings;
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
import dev.accounts.spi.AuditStore;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.PersonalData;
import dev.accounts.spi.TokenSource;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.spi.factor.SecretCipher;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Collects the settings of a host and assembles account systems from them. */
final class DefaultAccountsBuilder implements AccountsBuilder {

    private final AccountSettings settings;

    DefaultAccountsBuilder(AccountStores stores) {
        this.settings = new AccountSettings(requireNonNull(stores, "stores"));
    }

    @Override
    public AccountsBuilder passwordHasher(PasswordHasher value) {
        settings.hasher = Optional.of(requireNonNull(value, "passwordHasher"));
        return this;
    }

    @Override
    public AccountsBuilder tokenSource(TokenSource value) {
        settings.tokenSource = requireNonNull(value, "tokenSource");
        return this;
    }

    @Override
    public AccountsBuilder clock(InstantSource value) {
        settings.clock = requireNonNull(value, "clock");
        return this;
    }

    @Override
    public AccountsBuilder tokens(TokenPolicy value) {
        settings.tokens = requireNonNull(value, "tokens");
        return this;
    }

    @Override
    public AccountsBuilder passwords(PasswordPolicy value) {
        settings.passwords = requireNonNull(value, "passwords");
        return this;
    }

    @Override
    public AccountsBuilder emails(EmailPolicy value) {
        settings.emails = requireNonNull(value, "emails");
        return this;
    }

    @Override
    public AccountsBuilder factors(FactorPolicy value) {
        settings.factors = requireNonNull(value, "factors");
        return this;
    }

    @Override
    public AccountsBuilder passkeys(PasskeyPolicy policy, PasskeyVerifier verifier) {
        settings.passkeys(requireNonNull(policy, "policy"), requireNonNull(verifier, "verifier"));
        return this;
    }

    @Override
    public AccountsBuilder secretCipher(SecretCipher value) {
        settings.secretCipher = Optional.of(requireNonNull(value, "secretCipher"));
        return this;
    }

    @Override
    public AccountsBuilder throttle(ThrottlePolicy value) {
        settings.throttle = Optional.of(requireNonNull(value, "throttle"));
        return this;
    }

    @Override
    public AccountsBuilder withoutThrottle() {
        settings.throttle = Optional.empty();
        return this;
    }

    @Override
    public AccountsBuilder sources(SourcePolicy value) {
        settings.sources = Optional.of(requireNonNull(value, "sources"));
        return this;
    }

    @Override
    public AccountsBuilder withoutSourceLimits() {
        settings.sources = Optional.empty();
        return this;
    }

    @Override
    public AccountsBuilder userVisibility(UserVisibility value) {
        settings.visibility = requireNonNull(value, "userVisibility");
        return this;
    }

    @Override
    public AccountsBuilder messages(ViolationMessages value) {
        settings.messages = requireNonNull(value, "messages");
        return this;
    }

    @Override
    public AccountsBuilder deliverAfterCommit(AccountNotifier notifier, Executor executor) {
        settings.deliverAfterCommit(requireNonNull(notifier, "notifier"), requireNonNull(executor, "executor"));
        return this;
    }

    @Override
    public AccountsBuilder listenInTransaction(AccountListener listener) {
        settings.inside.add(requireNonNull(listener, "listener"));
        return this;
    }

    @Override
    public AccountsBuilder listenAfterCommit(AccountListener listener) {
        settings.after.add(requireNonNull(listener, "listener"));
        return this;
    }

    @Override
    public AccountsBuilder audit(AuditStore store, AuditPolicy policy) {
        settings.audit(requireNonNull(store, "store"), requireNonNull(policy, "policy"));
        return this;
    }

    @Override
    public AccountsBuilder personalData(PersonalData data) {
        settings.personalData(requireNonNull(data, "data"));
        return this;
    }

    @Override
    public Accounts build() {
        AccountAssembly assembly = new AccountAssembly(settings);
        return new Accounts(assembly.service(), assembly.administration(), assembly.maintenance(), settings.messages);
    }
}
