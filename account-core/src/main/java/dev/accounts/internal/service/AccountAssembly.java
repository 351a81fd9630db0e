package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountDeletion;
import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.AddressUse;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.account.Consequences;
import dev.accounts.internal.account.CredentialCheck;
import dev.accounts.internal.account.DataExport;
import dev.accounts.internal.account.EmailChange;
import dev.accounts.internal.account.EmailVerification;
import dev.accounts.internal.account.FreshProof;
import dev.accounts.internal.account.LoginLookup;
import dev.accounts.internal.account.MailedLinks;
import dev.accounts.internal.account.PasswordChange;
import dev.accounts.internal.account.PasswordReset;
import dev.accounts.internal.account.ProfileUpdate;
import dev.accounts.internal.account.Registrar;
import dev.accounts.internal.account.RegistrationRules;
import dev.accounts.internal.account.Rights;
import dev.accounts.internal.account.UserDirectory;
import dev.accounts.internal.account.UsernameChange;
import dev.accounts.internal.account.UsernameReset;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.Delivery;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.rules.NewPasswords;
import dev.accounts.internal.rules.PasswordRules;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.internal.token.Revocation;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.internal.token.TokenExpiry;
import dev.accounts.internal.token.TokenIssuer;
import dev.accounts.model.AccountMessage;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountStores;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Assembles an account system from its settings. Each part exists once and is shared. */
public final class AccountAssembly {

    private final AccountSettings settings;
    private final AccountStores stores;
    private final InstantSource clock;
    private final EventPublisher events;
    private final AccountEditor editor;
    private final Limits limits;
    private final OneTimeTokens oneTimeTokens;
    private final Delivery delivery;
    private final Consequences consequences;
    private final TokenAuthenticator tokens;
    private final CredentialCheck credentials;
    private final ConfirmedChange confirmed;
    private final FactorAssembly factors;
    private final Registrar registrar;
    private final AccountDeletion deletion;
    private final ProfileUpdate profiles;

    public AccountAssembly(AccountSettings settings) {
        this.settings = settings;
        this.stores = settings.stores;
        InstantSource source = settings.clock;
        this.clock = () -> source.instant().truncatedTo(ChronoUnit.MICROS);
        this.events = new EventPublisher(stores, clock, settings.inTransaction(), settings.after);
        this.editor = new AccountEditor(stores);
        this.limits = Limits.of(settings, clock, events);
        this.oneTimeTokens =
                new OneTimeTokens(stores.oneTimeTokens(), settings.tokenSource, clock, settings.oneTimeLifetimes());
        this.delivery = new Delivery(stores, oneTimeTokens, clock);
        this.consequences = new Consequences(new Revocation(stores), outbox(), events);
        this.tokens = new TokenAuthenticator(stores, clock, new TokenExpiry(settings.tokens, settings.factors), events);
        this.credentials = new CredentialCheck(
                new LoginLookup(stores.users(), limits.known(), settings.emails.loginByEmail()),
                settings.hasher(),
                new CredentialCheck.Counting(stores, limits.attempts()),
                events,
                settings.emails.requiredToLogIn());
        FreshProof fresh = new FreshProof(settings.factors.freshness(), clock);
        this.confirmed = new ConfirmedChange(stores.users(), credentials, editor, fresh, settings.messages);
        this.factors = factors(fresh);
        this.registrar = registrar();
        this.deletion = deletion();
        this.profiles = profiles();
    }

    public AccountService service() {
        return new DefaultAccountService(access(), own(), groups(), Optional.empty());
    }

    public AccountAdministration administration() {
        return new DefaultAccountAdministration(
                stores,
                new Rights(stores),
                new DefaultAccountAdministration.Changes(
                        registrar, editor, deletion, profiles, factors.parts().removal(), consequences),
                settings.messages,
                Optional.empty());
    }

    public AccountMaintenance maintenance() {
        return new DefaultAccountMaintenance(
                stores,
                delivery,
                editor,
                events,
                new DefaultAccountMaintenance.Retention(
                        clock, settings.tokens, Limits.fewMemory(settings), settings.audit));
    }

    private FactorAssembly factors(FreshProof fresh) {
        return new FactorAssembly(
                settings,
                new FactorAssembly.Shared(editor, oneTimeTokens, consequences, limits),
                new TokenIssuer(settings.tokenSource, clock, settings.tokens),
                fresh,
                clock);
    }

    private DefaultAccountService.Access access() {
        return new DefaultAccountService.Access(
                registrar,
                factors.entry(credentials, confirmed),
                tokens,
                new UserDirectory(stores, tokens, settings.visibility));
    }

    private DefaultAccountService.Own own() {
        DataExport export = new DataExport(stores, events, List.copyOf(settings.personalData), settings.audit);
        return new DefaultAccountService.Own(confirmed, usernames(), deletion, export);
    }

    private UsernameChange usernames() {
        return new UsernameChange(confirmed, settings.emails, limits.sources(), consequences.outbox(), events);
    }

    private DefaultAccountService.Groups groups() {
        MailedLinks links =
                new MailedLinks(editor, oneTimeTokens, consequences.outbox(), limits.links(), settings.messages);
        NewPasswords newPasswords = new NewPasswords(passwordRules(), settings.hasher(), stores.users());
        PasswordChange passwordChange = new PasswordChange(
                stores,
                confirmed,
                newPasswords,
                new PasswordChange.Limits(limits.sources(), limits.mails(), limits.known()),
                consequences);
        PasswordReset passwordReset = new PasswordReset(
                stores, links, newPasswords, new PasswordReset.Limits(limits.attempts(), limits.known()), consequences);
        EmailVerification verification =
                new EmailVerification(stores, links, profiles.emails().addresses(), consequences);
        return new DefaultAccountService.Groups(
                source -> new AccountSessions(stores, editor, factors.delegations(), tokens, events, clock, source),
                source -> new AccountPasswords(tokens, confirmed, passwordChange, passwordReset, source),
                source -> new AccountUsernames(new UsernameReset(stores, links, usernames()), source),
                source -> new AccountEmails(tokens, profiles.emails(), verification, source),
                source -> new AccountFactors(tokens, factors.parts(), source),
                source -> new AccountProfile(tokens, profiles, source),
                new StoredTowns(stores.towns(), settings.messages));
    }

    private ProfileUpdate profiles() {
        AddressUse addresses = new AddressUse(editor, settings.emails, settings.messages);
        EmailChange emails = new EmailChange(confirmed, addresses, limits.links(), consequences);
        return new ProfileUpdate(emails, stores.users(), events);
    }

    private OutboxWriter outbox() {
        Consumer<Optional<AccountMessage.Kind>> wake =
                settings.promptly.map(prompt -> prompt.over(delivery)).orElse(dummy -> {});
        return new OutboxWriter(stores, stores.outbox(), clock, wake);
    }

    private Registrar registrar() {
        return new Registrar(
                new RegistrationRules(stores.users(), passwordRules(), settings.emails, limits.sources()),
                stores,
                settings.hasher(),
                clock,
                new Registrar.Announcements(consequences.outbox(), events, settings.emails.requiredToLogIn()));
    }

    private PasswordRules passwordRules() {
        return new PasswordRules(settings.passwords, settings.messages);
    }

    private AccountDeletion deletion() {
        return new AccountDeletion(
                stores,
                events,
                limits.attempts(),
                limits.mails(),
                new AccountDeletion.Records(List.copyOf(settings.personalData), settings.audit));
    }
}
