package dev.accounts.internal.account;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.token.TokenIssuer;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.IssuedToken;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs users in: verifies the credentials and issues a token, unless the credentials change before the token is stored. */
public final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    /** A second attempt is needed if a simultaneous login has just replaced the hash by a stronger one. */
    private static final int ATTEMPTS = 2;

    private final AccountStores stores;
    private final CredentialCheck credentials;
    private final PasswordHasher hasher;
    private final TokenIssuer issuer;
    private final EventPublisher events;

    public Logins(
            AccountStores stores,
            CredentialCheck credentials,
            PasswordHasher hasher,
            TokenIssuer issuer,
            EventPublisher events) {
        this.stores = stores;
        this.credentials = credentials;
        this.hasher = hasher;
        this.issuer = issuer;
        this.events = events;
    }

    public IssuedToken login(
            @Nullable String username, @Nullable CharSequence password, String label, Optional<String> source) {
        Optional<String> overtaken = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LoginLookup.Found found = credentials.logIn(username, password, source);
            StoredUser user = found.user().orElseThrow(BadCredentialsException::new);
            String hash = currentHash(user.passwordHash(), password);
            IssuedToken issued = issuer.issue(user.id(), label);
            if (store(user, issued, hash, () -> remember(found, issued, source))) {
                LOG.debug("user {} logged in", user.id());
                return issued;
            }
            if (overtaken.filter(user.passwordHash()::equals).isPresent()) {
                throw AccountEditor.blind();
            }
            overtaken = Optional.of(user.passwordHash());
        }
        throw new BadCredentialsException();
    }

    private boolean store(StoredUser user, IssuedToken issued, String hash, Runnable inTransaction) {
        int allowed = issuer.policy().maxPerUser();
        VerifiedLogin login = new VerifiedLogin(issued.token(), user.passwordHash(), hash, allowed);
        return stores.atomically(() -> {
            boolean stored = stores.tokens().issue(login);
            if (stored) {
                inTransaction.run();
            }
            return stored;
        });
    }

    private void remember(LoginLookup.Found found, IssuedToken issued, Optional<String> source) {
        long userId = issued.token().userId();
        credentials.remember(found, source);
        events.publish(
                Actor.owner(userId, source),
                context -> new AccountEvent.LoggedIn(context, issued.token().id()));
    }

    /** Computes a stronger hash if needed. If that is impossible now, the old hash is kept until the next login. */
    private String currentHash(String verifiedHash, @Nullable CharSequence password) {
        if (password == null || !hasher.needsRehash(verifiedHash)) {
            return verifiedHash;
        }
        try {
            return hasher.hash(password);
        } catch (BusyException e) {
            LOG.debug("a hash was not replaced: no hashing slot was free");
            return verifiedHash;
        }
    }
}
