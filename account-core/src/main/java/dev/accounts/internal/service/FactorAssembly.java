package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.account.Consequences;
import dev.accounts.internal.account.FactorLogin;
import dev.accounts.internal.account.FreshProof;
import dev.accounts.internal.account.LoginChallenges;
import dev.accounts.internal.account.LoginCompletion;
import dev.accounts.internal.account.Reauthentication;
import dev.accounts.internal.enrolment.FactorChange;
import dev.accounts.internal.enrolment.FactorRemoval;
import dev.accounts.internal.enrolment.RecoveryCodeIssue;
import dev.accounts.internal.enrolment.TotpEnrolments;
import dev.accounts.internal.enrolment.TotpOffer;
import dev.accounts.internal.factor.FactorCheck;
import dev.accounts.internal.factor.FactorDirectory;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.Seeds;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.internal.token.TokenIssuer;
import dev.accounts.internal.token.TokenRenewal;
import dev.accounts.spi.AccountStores;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Assembles what concerns second factors. */
final class FactorAssembly {

    private final AccountStores stores;
    private final Shared shared;
    private final TokenIssuer issuer;
    private final FactorDirectory directory;
    private final ProofForm forms;
    private final FactorCheck check;
    private final FactorRemoval removal;
    private final TotpEnrolments totp;

    /** The parts that other assemblies use as well. */
    record Shared(AccountEditor editor, OneTimeTokens oneTimeTokens, Consequences consequences, Limits limits) {}

    FactorAssembly(AccountSettings settings, Shared shared, TokenIssuer issuer, FreshProof fresh, InstantSource clock) {
        this.stores = settings.stores;
        this.shared = shared;
        this.issuer = issuer;
        this.directory = new FactorDirectory(stores);
        this.forms = new ProofForm(settings.messages);
        Seeds seeds = new Seeds(settings.secretCipher);
        Consequences consequences = shared.consequences();
        this.check = new FactorCheck(
                stores, seeds, shared.limits().factors(), consequences.outbox(), consequences.events(), clock);
        FactorChange change =
                new FactorChange(fresh, shared.editor(), shared.limits().sources(), consequences);
        this.removal = new FactorRemoval(settings.factors, change, stores);
        this.totp = new TotpEnrolments(
                new TotpOffer(settings.factors, seeds, clock),
                change,
                stores,
                new TotpEnrolments.Tokens(shared.oneTimeTokens(), renewal()),
                new RecoveryCodeIssue(change, stores.recoveryCodes(), new SecureRandom(), forms));
    }

    TokenIssuer issuer() {
        return issuer;
    }

    FactorRemoval removal() {
        return removal;
    }

    AccountFactors.Parts parts() {
        return new AccountFactors.Parts(directory, totp, totp.codes(), removal);
    }

    LoginChallenges challenges() {
        return new LoginChallenges(
                stores, shared.oneTimeTokens(), directory, shared.consequences().events());
    }

    FactorLogin login(LoginCompletion completion) {
        return new FactorLogin(shared.editor(), completion, shared.oneTimeTokens(), check, forms);
    }

    Reauthentication reauthentication(ConfirmedChange passwords) {
        return new Reauthentication(
                passwords, check, renewal(), forms, shared.consequences().events());
    }

    private TokenRenewal renewal() {
        return new TokenRenewal(stores, issuer);
    }
}
