package dev.accounts.internal.account;

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

/** Issues a token only for credentials that were verified, and are still those of the account when it is stored. */
public final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    /** A second attempt serves a login whose hash a simultaneous login has just made stronger. */
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
            StoredUser user = credentials.logIn(username, password, source);
            String hash = currentHash(user.passwordHash(), password);
            IssuedToken issued = issuer.issue(user.id(), label);
            if (store(user, issued, hash, source)) {
                LOG.info("user {} logged in", user.id());
                return issued;
            }
            if (overtaken.filter(user.passwordHash()::equals).isPresent()) {
                throw AccountEditor.blind();
            }
            overtaken = Optional.of(user.passwordHash());
        }
        throw new BadCredentialsException();
    }

    private boolean store(StoredUser user, IssuedToken issued, String hash, Optional<String> source) {
        int allowed = issuer.policy().maxPerUser();
        VerifiedLogin login = new VerifiedLogin(issued.token(), user.passwordHash(), hash, allowed);
        return stores.atomically(() -> {
            boolean stored = stores.tokens().issue(login);
            if (stored) {
                events.publish(new AccountEvent.LoggedIn(
                        events.byOwner(user.id(), source), issued.token().id()));
            }
            return stored;
        });
    }

    /** A login that is already won does not fail for want of a better hash; the next one makes it. */
    private String currentHash(String verifiedHash, @Nullable CharSequence password) {
        if (password == null || !hasher.needsRehash(verifiedHash)) {
            return verifiedHash;
        }
        try {
            return hasher.hash(password);
        } catch (BusyException e) {
            LOG.debug("no time to replace a hash");
            return verifiedHash;
        }
    }
}
