package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountDeletion;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.account.DataExport;
import dev.accounts.internal.account.FreshProof;
import dev.accounts.internal.account.Logins;
import dev.accounts.internal.account.Registrar;
import dev.accounts.internal.account.UserDirectory;
import dev.accounts.internal.account.UsernameChange;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.proof.Reauthentication;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.model.Identity;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.factor.Assurance;
import dev.accounts.model.factor.Proof;
import dev.accounts.service.AccountService;
import dev.accounts.service.Caller;
import dev.accounts.service.Emails;
import dev.accounts.service.Factors;
import dev.accounts.service.Passwords;
import dev.accounts.service.Profile;
import dev.accounts.service.Sessions;
import dev.accounts.service.Towns;
import dev.accounts.service.Usernames;
import dev.accounts.spi.TokenStore.PermittedOwner;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Delegates each operation of a caller to the class that performs it. */
record DefaultAccountService(Access access, Own own, Groups groups, Optional<String> source) implements AccountService {

    /** The classes that register users, log them in and out, and look them up. */
    record Access(Registrar registrar, Entry entry, TokenAuthenticator tokens, UserDirectory directory) {}

    /** The classes that judge the proofs of owners. */
    record Entry(Logins logins, Reauthentication reauthentication, FreshProof fresh) {}

    /** The classes that change, delete and export the caller's own account. */
    record Own(ConfirmedChange confirmed, UsernameChange usernames, AccountDeletion deletion, DataExport export) {}

    /** The groups of operations. A group that depends on the source of a call is created for each call. */
    record Groups(
            Function<Optional<String>, Sessions> sessions,
            Function<Optional<String>, Passwords> passwords,
            Function<Optional<String>, Usernames> usernames,
            Function<Optional<String>, Emails> emails,
            Function<Optional<String>, Factors> factors,
            Function<Optional<String>, Profile> profile,
            Towns towns) {}

    @Override
    public AccountService from(@Nullable String from) {
        return new DefaultAccountService(access, own, groups, Actor.source(from));
    }

    @Override
    public User register(Registration registration) {
        return access.registrar().register(requireNonNull(registration, "registration"), source);
    }

    @Override
    public boolean isRegistered(String username) {
        return access.directory().has(requireNonNull(username, "username"));
    }

    @Override
    public IssuedToken login(@Nullable String username, @Nullable CharSequence password, String label) {
        return access.entry().logins().login(username, password, requireNonNull(label, "label"), source);
    }

    @Override
    public IssuedToken confirm(@Nullable String token, Proof proof) {
        requireNonNull(proof, "proof");
        return access.entry().reauthentication().confirm(access.tokens().enrollingOwner(token, source), proof);
    }

    @Override
    public void logout(@Nullable String token) {
        access.tokens().logout(token, source);
    }

    @Override
    public Identity me(@Nullable String token) {
        return access.directory().me(token);
    }

    @Override
    public User getUser(@Nullable String token, long userId) {
        return access.directory().show(token, userId);
    }

    @Override
    public Caller caller(@Nullable String token) {
        PermittedOwner found = access.tokens().permitted(token);
        return new Caller(found.owner().identity(), found.permissions());
    }

    @Override
    public Caller caller(@Nullable String token, Assurance assurance) {
        requireNonNull(assurance, "assurance");
        Caller caller = caller(token);
        access.entry().fresh().require(caller.identity(), assurance);
        return caller;
    }

    @Override
    public void changeUsername(
            @Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newUsername) {
        own.usernames().change(bearer(token), currentPassword, newUsername);
    }

    @Override
    public void delete(@Nullable String token, @Nullable CharSequence currentPassword) {
        TokenAuthenticator.Caller caller = bearer(token);
        own.confirmed()
                .apply(
                        caller,
                        currentPassword,
                        verified -> now -> own.deletion().of(now, caller.actor()));
    }

    @Override
    public Map<String, @Nullable Object> export(@Nullable String token) {
        return own.export().of(bearer(token).id(), source);
    }

    private TokenAuthenticator.Caller bearer(@Nullable String token) {
        return access.tokens().owner(token, source);
    }

    @Override
    public Sessions sessions() {
        return groups.sessions().apply(source);
    }

    @Override
    public Passwords passwords() {
        return groups.passwords().apply(source);
    }

    @Override
    public Usernames usernames() {
        return groups.usernames().apply(source);
    }

    @Override
    public Factors factors() {
        return groups.factors().apply(source);
    }

    @Override
    public Emails emails() {
        return groups.emails().apply(source);
    }

    @Override
    public Profile profile() {
        return groups.profile().apply(source);
    }

    @Override
    public Towns towns() {
        return groups.towns();
    }
}
