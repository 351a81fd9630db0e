package dev.accounts;

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
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.AuditStore;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.PersonalData;
import dev.accounts.spi.TokenSource;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.spi.factor.SecretCipher;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Builds account systems, and holds all their defaults. Not thread-safe. It may build more than once: all systems that it builds share one
 * hasher and its bound on simultaneous hashes. Every method throws {@link NullPointerException} if an argument is null.
 */
public sealed interface AccountsBuilder permits DefaultAccountsBuilder {

    /**
     * Sets how passwords are hashed. Default: {@link Argon2idHasher} with its own defaults.
     *
     * @param value the hasher
     * @return this builder
     */
    AccountsBuilder passwordHasher(PasswordHasher value);

    /**
     * Sets where token values come from. Default: 160 bits of {@link java.security.SecureRandom}.
     *
     * @param value the source
     * @return this builder
     */
    AccountsBuilder tokenSource(TokenSource value);

    /**
     * Sets the clock. Default: the system's clock.
     *
     * @param value the clock
     * @return this builder
     */
    AccountsBuilder clock(InstantSource value);

    /**
     * Sets how long tokens live, and how many a user may have. Default: {@link TokenPolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    AccountsBuilder tokens(TokenPolicy value);

    /**
     * Sets what makes a new password acceptable. Default: {@link PasswordPolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    AccountsBuilder passwords(PasswordPolicy value);

    /**
     * Sets what an address is needed for. Default: {@link EmailPolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    AccountsBuilder emails(EmailPolicy value);

    /**
     * Sets what second factors the host offers. Default: {@link FactorPolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    AccountsBuilder factors(FactorPolicy value);

    /**
     * Sets what encrypts the seeds of one-time codes. Default: none, so that owners cannot enrol an app for them.
     *
     * @param value the cipher, such as {@link SecretCipher#aesGcm}
     * @return this builder
     */
    AccountsBuilder secretCipher(SecretCipher value);

    /**
     * Offers passkeys. Default: none. A login by a passkey alone also needs a {@link #secretCipher}, for its challenges.
     *
     * @param policy the site that they are made for
     * @param verifier what verifies them, such as {@code WebAuthn4jVerifier} of account-jpa
     * @return this builder
     */
    AccountsBuilder passkeys(PasskeyPolicy policy, PasskeyVerifier verifier);

    /**
     * Sets how failed attempts for one name delay the next. Default: {@link ThrottlePolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    AccountsBuilder throttle(ThrottlePolicy value);

    /** {@return this builder without the limit on failed attempts for one name, for hosts that limit them by other means} */
    AccountsBuilder withoutThrottle();

    /**
     * Sets what one source ({@link AccountService#from}) may do without a token. Default: {@link SourcePolicy#defaults()}.
     *
     * @param value the policy; without a source nothing is limited
     * @return this builder
     */
    AccountsBuilder sources(SourcePolicy value);

    /** {@return this builder without the limits on sources, for hosts that limit them by other means} */
    AccountsBuilder withoutSourceLimits();

    /**
     * Sets which users a caller may see. Default: {@link UserVisibility#EVERYONE}.
     *
     * @param value the policy
     * @return this builder
     */
    AccountsBuilder userVisibility(UserVisibility value);

    /**
     * Sets the texts of violations. Default: {@link ViolationMessages#english()}.
     *
     * @param value the texts
     * @return this builder
     */
    AccountsBuilder messages(ViolationMessages value);

    /**
     * Delivers messages right after the commit that queued them. Default: off. The host still calls {@link AccountMaintenance#deliver},
     * for messages whose delivery failed.
     *
     * @param notifier sends the messages
     * @param executor runs the delivery; on the calling thread, its time would reveal whether an address is known
     * @return this builder
     */
    AccountsBuilder deliverAfterCommit(AccountNotifier notifier, Executor executor);

    /**
     * Adds a listener that receives changes in their transaction; an exception of the listener undoes the change and is thrown unchanged.
     * It receives refusals in a transaction of their own and cannot stop them. If the stores have their own transactions ({@code
     * JpaAccountStores.over}, {@code sharing}), what the listener writes to the tables of the host commits on its own, and it may receive
     * one change up to three times, because the stores repeat what the database undid.
     *
     * @param listener the listener
     * @return this builder
     */
    AccountsBuilder listenInTransaction(AccountListener listener);

    /**
     * Adds a listener that receives changes after their commit, and refusals at once. Its exceptions are logged and have no other effect.
     * After the commit of a host's transaction, a listener that uses the database takes a second connection.
     *
     * @param listener the listener
     * @return this builder
     */
    AccountsBuilder listenAfterCommit(AccountListener listener);

    /**
     * Records events, except throttled attempts, in an append-only table (OWASP ASVS 5.0, 16.2 and 16.3). Default: off.
     *
     * @param store the audit store, which belongs to the same stores
     * @param policy what is kept, and for how long
     * @return this builder
     */
    AccountsBuilder audit(AuditStore store, AuditPolicy policy);

    /**
     * Adds what the host keeps about a person to export and deletion. {@link PersonalData} says in which transaction.
     *
     * @param data the host's data
     * @return this builder
     * @throws IllegalArgumentException if it has the name of earlier data, or of a part of the library such as {@code sessions}
     */
    AccountsBuilder personalData(PersonalData data);

    /**
     * Assembles the account system.
     *
     * @return a thread-safe account system
     * @throws IllegalStateException if no hasher was given and Argon2 cannot run on this machine; the message says what to do. Also if the
     *     policy requires a second factor, but there is neither {@link #secretCipher} nor {@link #passkeys}
     */
    Accounts build();
}
