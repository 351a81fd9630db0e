package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.CredentialCheck;
import dev.accounts.internal.account.DataExport;
import dev.accounts.internal.account.Departures;
import dev.accounts.internal.account.LoginDirectory;
import dev.accounts.internal.account.Logins;
import dev.accounts.internal.account.Registrar;
import dev.accounts.internal.account.RegistrationRules;
import dev.accounts.internal.account.Rights;
import dev.accounts.internal.account.UserDirectory;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.event.Meters;
import dev.accounts.internal.message.Delivery;
import dev.accounts.internal.message.Mailbox;
import dev.accounts.internal.rules.NewPasswords;
import dev.accounts.internal.rules.PasswordRules;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.internal.throttle.Throttle;
import dev.accounts.internal.token.Callers;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.internal.token.TokenIssuer;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.PasswordHasher;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the parts of an account system together, as its settings say. */
public final class AccountAssembly {

    private final AccountSettings settings;
    private final AccountStores stores;
    private final InstantSource clock;
    private final PasswordHasher hasher;
    private final PasswordRules passwordRules;
    private final Delivery delivery;
    private final AccountParts parts;

    public AccountAssembly(AccountSettings settings) {
        this.settings = settings;
        this.stores = settings.stores;
        InstantSource source = settings.clock;
        this.clock = () -> source.instant().truncatedTo(ChronoUnit.MICROS);
        Meters meters = Meters.present();
        this.hasher = meters.timed(settings.hasher());
        this.passwordRules = new PasswordRules(settings.passwords, settings.messages);
        OneTimeTokens oneTimeTokens = oneTimeTokens();
        this.delivery = new Delivery(stores, oneTimeTokens, clock);
        this.parts = parts(oneTimeTokens, events(meters));
    }

    public AccountService service() {
        return new DefaultAccountService(
                parts,
                new DefaultAccountService.PersonParts(
                        registrar(),
                        new Logins(
                                stores,
                                parts.credentials(),
                                hasher,
                                new TokenIssuer(settings.tokenSource, clock, settings.tokens),
                                parts.events()),
                        new UserDirectory(stores.users(), settings.visibility),
                        departures(),
                        new DataExport(stores, parts.events(), List.copyOf(settings.personalData), settings.audit)),
                clock,
                new StoredTowns(stores.towns(), settings.messages),
                Optional.empty());
    }

    public AccountAdministration administration() {
        return new DefaultAccountAdministration(parts, new Rights(stores), registrar(), departures(), Optional.empty());
    }

    public AccountMaintenance maintenance() {
        return new DefaultAccountMaintenance(parts, delivery, clock, settings.tokens, settings.audit);
    }

    private EventPublisher events(Meters meters) {
        List<AccountListener> inside =
                Stream.concat(settings.audit.stream(), settings.inside.stream()).toList();
        List<AccountListener> after =
                Stream.concat(settings.after.stream(), Stream.of(meters)).toList();
        return new EventPublisher(stores, clock, inside, after);
    }

    private OneTimeTokens oneTimeTokens() {
        return new OneTimeTokens(
                stores.oneTimeTokens(),
                settings.tokenSource,
                clock,
                Map.of(
                        Kind.RESET_PASSWORD, settings.passwords.resetLifetime(),
                        Kind.VERIFY_EMAIL, settings.emails.verificationLifetime()));
    }

    private AccountParts parts(OneTimeTokens oneTimeTokens, EventPublisher events) {
        AttemptLimits limits = new AttemptLimits(
                settings.turns, settings.throttle.map(this::throttle), settings.sourceThrottle.map(this::throttle));
        LoginDirectory directory = new LoginDirectory(stores.users(), settings.emails.loginByEmail());
        Runnable wake = settings.promptly.map(prompt -> prompt.over(delivery)).orElse(() -> {});
        return new AccountParts(
                stores,
                new Callers(stores, stores.tokens(), clock, settings.tokens, events),
                new CredentialCheck(directory, hasher, limits, events, settings.emails.requiredToLogIn()),
                limits,
                new MailLimits(throttle(MailLimits.TO_ADDRESS), throttle(MailLimits.FROM_ACCOUNT)),
                new AccountEditor(stores),
                new NewPasswords(passwordRules, hasher, stores.users()),
                oneTimeTokens,
                new Mailbox(stores, stores.outbox(), clock, wake),
                events,
                settings.emails,
                settings.messages);
    }

    private Throttle throttle(ThrottlePolicy policy) {
        return new Throttle(stores, stores.attempts(), clock, policy);
    }

    private Registrar registrar() {
        return new Registrar(
                new RegistrationRules(stores.users(), passwordRules, settings.emails),
                stores,
                hasher,
                clock,
                new Registrar.Announcements(parts.mailbox(), parts.events(), settings.emails.requiredToLogIn()));
    }

    private Departures departures() {
        return new Departures(
                stores,
                parts.events(),
                parts.limits(),
                parts.mailLimits(),
                List.copyOf(settings.personalData),
                settings.audit);
    }
}
