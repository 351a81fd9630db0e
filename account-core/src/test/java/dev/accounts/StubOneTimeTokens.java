package dev.accounts;

import dev.accounts.model.TokenDigest;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.StoredOneTimeToken;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One-time tokens in an open map. */
final class StubOneTimeTokens implements OneTimeTokenStore {

    final Map<TokenDigest, StoredOneTimeToken> kept = new HashMap<>();
    boolean userIsGone;
    int lookUps;

    @Override
    public boolean issue(StoredOneTimeToken token) {
        if (!userIsGone) {
            kept.put(token.digest(), token);
        }
        return !userIsGone;
    }

    @Override
    public Optional<StoredOneTimeToken> find(TokenDigest digest) {
        lookUps++;
        return Optional.ofNullable(kept.get(digest));
    }

    @Override
    public boolean use(TokenDigest digest, Instant now) {
        return kept.remove(digest) != null;
    }

    @Override
    public int endAll(long userId) {
        int count = kept.size();
        kept.clear();
        return count;
    }

    @Override
    public int purge(Instant now, int limit) {
        return 0;
    }
}
