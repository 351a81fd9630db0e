package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.account.Consequences;
import dev.accounts.internal.account.CredentialCheck;
import dev.accounts.internal.account.FreshProof;
import dev.accounts.internal.account.LoginChallenges;
import dev.accounts.internal.account.LoginCompletion;
import dev.accounts.internal.account.LoginNotices;
import dev.accounts.internal.account.Logins;
import dev.accounts.internal.delegation.ActingTokens;
import dev.accounts.internal.delegation.PersonalTokens;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.factor.FactorCheck;
import dev.accounts.internal.factor.FactorDirectory;
import dev.accounts.internal.factor.OpenChallenges;
import dev.accounts.internal.factor.PasskeyCheck;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.ProofJudge;
import dev.accounts.internal.factor.Secrets;
import dev.accounts.internal.factor.Seeds;
import dev.accounts.internal.proof.FactorEnrolment;
import dev.accounts.internal.proof.FactorLogin;
import dev.accounts.internal.proof.FactorRemoval;
import dev.accounts.internal.proof.PasskeyConfirmation;
import dev.accounts.internal.proof.PasskeyEnrolments;
import dev.accounts.internal.proof.PasskeyLogin;
import dev.accounts.internal.proof.PasskeyOffer;
import dev.accounts.internal.proof.ProvenChange;
import dev.accounts.internal.proof.Reauthentication;
import dev.accounts.internal.proof.RecoveryCodeIssue;
import dev.accounts.internal.proof.TotpEnrolments;
import dev.accounts.internal.proof.TotpOffer;
import dev.accounts.internal.token.DelegationCheck;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.internal.token.TokenExpiry;
import dev.accounts.internal.token.TokenIssuer;
import dev.accounts.internal.token.TokenRenewal;
import dev.accounts.spi.AccountStores;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Assembles logins, what concerns second factors, and delegated tokens. */
final class FactorAssembly {

    private final AccountSettings settings;
    private final AccountStores stores;
    private final Shared shared;
    private final FreshProof fresh;
    private final ProofForm forms;
    private final SecureRandom random = new SecureRandom();
    private final ProvenChange change;
    private final PasskeyOffer offer;
    private final PasskeyCheck passkeys;
    private final FactorCheck check;
    private final LoginCompletion completion;
    private final TokenRenewal renewal;
    private final AccountFactors.Parts parts;

    /** The parts that other assemblies use as well. */
    record Shared(AccountEditor editor, OneTimeTokens oneTimeTokens, Consequences consequences, Limits limits) {}

    FactorAssembly(AccountSettings settings, Shared shared, TokenIssuer issuer, FreshProof fresh, InstantSource clock) {
        if (settings.factors.isRequiredFor(true) && settings.secretCipher.isEmpty() && settings.passkeys.isEmpty()) {
            throw new IllegalStateException(
                    "a second factor is required, but owners could enrol none: give a SecretCipher for one-time codes, or passkeys");
        }
        this.settings = settings;
        this.stores = settings.stores;
        this.shared = shared;
        this.fresh = fresh;
        this.forms = new ProofForm(settings.messages);
        this.completion = completion(issuer);
        this.renewal = new TokenRenewal(stores, issuer);
        Secrets secrets = new Secrets(settings.secretCipher);
        Seeds seeds = new Seeds(secrets);
        Consequences consequences = shared.consequences();
        this.offer = new PasskeyOffer(
                settings.factors, settings.passkeys.map(found -> found.of(settings.factors.issuer())), clock);
        this.passkeys = new PasskeyCheck(
                offer.party(),
                stores,
                consequences.outbox(),
                consequences.events(),
                shared.limits().mails(),
                clock);
        ProofJudge judge = new ProofJudge(
                stores,
                seeds,
                passkeys,
                shared.oneTimeTokens(),
                forms,
                consequences.outbox(),
                consequences.events(),
                clock);
        this.check = new FactorCheck(
                stores, judge, shared.limits().factors(), forms, consequences.outbox(), consequences.events());
        this.change = new ProvenChange(fresh, shared.editor(), shared.limits().sources(), shared.consequences());
        this.parts = parts(new TotpOffer(settings.factors, seeds, clock), new OpenChallenges(secrets, clock, random));
    }

    private AccountFactors.Parts parts(TotpOffer totp, OpenChallenges challenges) {
        RecoveryCodeIssue codes = new RecoveryCodeIssue(change, stores.recoveryCodes(), random, forms);
        FactorEnrolment enrolment =
                new FactorEnrolment(change, stores, new FactorEnrolment.Tokens(shared.oneTimeTokens(), renewal), codes);
        FactorRemoval removal = new FactorRemoval(settings.factors, change, stores);
        return new AccountFactors.Parts(
                new FactorLogin(shared.editor(), completion, shared.oneTimeTokens(), check, forms),
                new FactorDirectory(stores),
                new TotpEnrolments(totp, enrolment),
                codes,
                removal,
                new AccountPasskeys.Parts(
                        new PasskeyEnrolments(offer, enrolment),
                        new PasskeyConfirmation(offer, stores.passkeys(), shared.oneTimeTokens(), forms),
                        new PasskeyLogin(
                                offer,
                                challenges,
                                passkeys,
                                new PasskeyLogin.Entry(shared.editor(), completion, settings.emails),
                                shared.limits().sources(),
                                forms),
                        removal));
    }

    AccountFactors.Parts parts() {
        return parts;
    }

    AccountSessions.Delegations delegations() {
        return new AccountSessions.Delegations(
                new PersonalTokens(stores, change, completion.issuer(), settings.messages),
                new ActingTokens(
                        stores,
                        shared.editor(),
                        fresh,
                        new DelegationCheck(stores, new TokenExpiry(settings.tokens, settings.factors)),
                        completion.issuer(),
                        shared.consequences().events()));
    }

    DefaultAccountService.Entry entry(CredentialCheck credentials, ConfirmedChange passwords) {
        EventPublisher events = shared.consequences().events();
        LoginChallenges challenges = new LoginChallenges(stores, shared.oneTimeTokens(), offer.party(), events);
        return new DefaultAccountService.Entry(
                new Logins(credentials, settings.hasher(), challenges, completion),
                new Reauthentication(passwords, check, renewal, forms, events),
                fresh);
    }

    private LoginCompletion completion(TokenIssuer issuer) {
        Limits limits = shared.limits();
        Consequences consequences = shared.consequences();
        LoginNotices notices =
                new LoginNotices(settings.emails.newSourceMail(), stores, limits.mails(), consequences.outbox());
        return new LoginCompletion(stores, issuer, limits.known(), notices, consequences.events());
    }
}
