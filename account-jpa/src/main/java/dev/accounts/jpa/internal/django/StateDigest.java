package dev.accounts.jpa.internal.django;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accounts.internal.text.Digests;
import java.util.Collection;

/** A SHA-256 digest of several values. Not thread-safe. */
public final class StateDigest {

    private final StringBuilder values = new StringBuilder();

    /** Adds the text of a value, with its length, so that other values do not have the same digest. */
    public StateDigest add(Object value) {
        String text = value.toString();
        values.append(text.length()).append(':').append(text);
        return this;
    }

    public StateDigest addAll(Collection<?> several) {
        add(several.size());
        several.forEach(this::add);
        return this;
    }

    public String hex() {
        return new String(Digests.hexDigits(Digests.sha256(values.toString().getBytes(UTF_8))));
    }
}
