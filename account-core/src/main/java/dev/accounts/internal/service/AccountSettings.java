package dev.accounts.internal.service;

import dev.accounts.internal.account.DataExport;
import dev.accounts.internal.event.AuditTrail;
import dev.accounts.internal.factor.RelyingParty;
import dev.accounts.internal.message.PromptDelivery;
import dev.accounts.internal.throttle.PerNameQueue;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.ViolationMessages;
import dev.accounts.password.Argon2idHasher;
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
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.TokenSource;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.spi.factor.SecretCipher;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Holds the settings that the host has chosen, and the defaults of the rest. Only the builder writes them. Not thread-safe. */
public final class AccountSettings {

    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS_FOR_A_NAME = 64;
    private static final Duration LOGIN_CHALLENGE = Duration.ofMinutes(5);
    private static final Duration ENROLMENT = Duration.ofMinutes(10);

    final AccountStores stores;
    public Optional<PasswordHasher> hasher = Optional.empty();
    public TokenSource tokenSource = TokenSource.secureRandom();
    public InstantSource clock = Clock.systemUTC();
    public TokenPolicy tokens = TokenPolicy.defaults();
    public PasswordPolicy passwords = PasswordPolicy.defaults();
    public EmailPolicy emails = EmailPolicy.defaults();
    public Optional<ThrottlePolicy> throttle = Optional.of(ThrottlePolicy.defaults());
    public Optional<SourcePolicy> sources = Optional.of(SourcePolicy.defaults());
    public FactorPolicy factors = FactorPolicy.defaults();
    public Optional<SecretCipher> secretCipher = Optional.empty();
    Optional<Ceremonies> passkeys = Optional.empty();
    public UserVisibility visibility = UserVisibility.EVERYONE;
    public ViolationMessages messages = ViolationMessages.english();
    Optional<PromptDelivery> promptly = Optional.empty();
    Optional<AuditTrail> audit = Optional.empty();
    final PerNameQueue queue = new PerNameQueue(LONGEST_TURN, MOST_ATTEMPTS_FOR_A_NAME, System::nanoTime);
    public final List<AccountListener> inside = new ArrayList<>();
    public final List<AccountListener> after = new ArrayList<>();
    final List<PersonalData> personalData = new ArrayList<>();

    /** How passkeys are made and verified. */
    record Ceremonies(PasskeyPolicy policy, PasskeyVerifier verifier) {

        RelyingParty of(String name) {
            return new RelyingParty(policy, name, verifier);
        }
    }

    public AccountSettings(AccountStores stores) {
        this.stores = stores;
    }

    public void deliverAfterCommit(AccountNotifier notifier, Executor executor) {
        promptly = Optional.of(new PromptDelivery(notifier, executor));
    }

    public void passkeys(PasskeyPolicy policy, PasskeyVerifier verifier) {
        passkeys = Optional.of(new Ceremonies(policy, verifier));
    }

    public void audit(AuditStore store, AuditPolicy policy) {
        audit = Optional.of(new AuditTrail(store, policy));
    }

    /**
     * Adds data of the host.
     *
     * @throws IllegalArgumentException if another part of an export has its name
     */
    public void personalData(PersonalData data) {
        personalData.add(DataExport.requireOwnName(data, personalData));
    }

    /** Returns how long the link in each kind of message is good. */
    Map<Kind, Duration> linkLifetimes() {
        return Map.of(
                Kind.RESET_PASSWORD, passwords.resetLifetime(),
                Kind.RESET_USERNAME, passwords.resetLifetime(),
                Kind.VERIFY_EMAIL, emails.verificationLifetime());
    }

    /** Returns how long a one-time token of each purpose is good. */
    Map<Purpose, Duration> oneTimeLifetimes() {
        Map<Purpose, Duration> lifetimes = new EnumMap<>(Purpose.class);
        linkLifetimes().forEach((kind, lifetime) -> lifetimes.put(Purpose.of(kind), lifetime));
        lifetimes.put(Purpose.LOGIN, LOGIN_CHALLENGE);
        lifetimes.put(Purpose.ENROL_TOTP, ENROLMENT);
        lifetimes.put(Purpose.REGISTER_PASSKEY, ENROLMENT);
        lifetimes.put(Purpose.CONFIRM_PASSKEY, LOGIN_CHALLENGE);
        return lifetimes;
    }

    /** Returns the listeners in the transaction: the audit trail first. */
    List<AccountListener> inTransaction() {
        return Stream.concat(audit.stream(), inside.stream()).toList();
    }

    /**
     * Returns the chosen hasher, or else the default. The default is built only if needed, because it loads native code, and only
     * once, because its slots bound the memory for hashing.
     */
    PasswordHasher hasher() {
        PasswordHasher chosen = hasher.orElseGet(Argon2idHasher::withDefaults);
        hasher = Optional.of(chosen);
        return chosen;
    }
}
