package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.DataExport;
import dev.accounts.internal.account.Departures;
import dev.accounts.internal.account.Logins;
import dev.accounts.internal.account.Registrar;
import dev.accounts.internal.account.UserDirectory;
import dev.accounts.internal.text.Sources;
import dev.accounts.internal.token.Callers.Caller;
import dev.accounts.model.Identity;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.service.Emails;
import dev.accounts.service.Passwords;
import dev.accounts.service.Sessions;
import dev.accounts.service.Towns;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The face over the parts that do the work. */
record DefaultAccountService(
        AccountParts parts, PersonParts person, InstantSource clock, Towns towns, Optional<String> source)
        implements AccountService {

    /** What only a person's face needs. */
    record PersonParts(
            Registrar registrar, Logins logins, UserDirectory directory, Departures departures, DataExport export) {}

    @Override
    public AccountService from(@Nullable String from) {
        return new DefaultAccountService(parts, person, clock, towns, Sources.of(from));
    }

    @Override
    public User register(Registration registration) {
        return person.registrar().register(requireNonNull(registration, "registration"), source);
    }

    @Override
    public boolean isRegistered(String username) {
        return person.directory().has(requireNonNull(username, "username"));
    }

    @Override
    public IssuedToken login(@Nullable String username, @Nullable CharSequence password, String label) {
        return person.logins().login(username, password, requireNonNull(label, "label"), source);
    }

    @Override
    public void logout(@Nullable String token) {
        parts.callers().logout(token, source);
    }

    @Override
    public Identity me(@Nullable String token) {
        return parts.callers().authenticate(token);
    }

    @Override
    public User getUser(@Nullable String token, long userId) {
        return person.directory().show(parts.callers().authenticate(token), userId);
    }

    @Override
    public boolean hasPermission(@Nullable String token, String code) {
        requireNonNull(code, "code");
        Identity caller = parts.callers().authenticate(token);
        return caller.superuser()
                || parts.stores().roles().effective(caller.id()).contains(code);
    }

    @Override
    public Set<String> permissions(@Nullable String token) {
        return parts.stores()
                .roles()
                .effective(parts.callers().authenticate(token).id());
    }

    @Override
    public void changeUsername(
            @Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newUsername) {
        new Usernames(parts, source).change(token, currentPassword, newUsername);
    }

    @Override
    public void delete(@Nullable String token, @Nullable CharSequence currentPassword) {
        Caller caller = parts.callers().caller(token);
        parts.changeConfirmed(
                caller.id(),
                currentPassword,
                source,
                verified -> now -> person.departures().of(now, parts.events().byOwner(caller.id(), source)));
    }

    @Override
    public Map<String, @Nullable Object> export(@Nullable String token) {
        return person.export().of(parts.callers().authenticate(token).id(), source);
    }

    @Override
    public Sessions sessions() {
        return new AccountSessions(parts.stores(), parts.callers(), parts.events(), clock, source);
    }

    @Override
    public Passwords passwords() {
        return new AccountPasswords(parts, source);
    }

    @Override
    public Emails emails() {
        return new AccountEmails(parts, source);
    }
}
