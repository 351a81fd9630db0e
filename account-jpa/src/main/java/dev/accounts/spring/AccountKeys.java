package dev.accounts.spring;

import dev.accounts.spi.factor.SecretCipher;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the keys for the secrets of second factors from the settings. */
final class AccountKeys {

    private static final String KEYS = "accounts.factors.keys";
    private static final String PLACEHOLDER = "${";

    private AccountKeys() {}

    /**
     * Returns the cipher of the settings; null if they hold no key.
     *
     * @throws IllegalStateException if a key is no Base64, or it is not said which one encrypts; the message contains no key
     */
    static @Nullable SecretCipher cipher(AccountProperties.Factors settings) {
        if (settings.keys().isEmpty()) {
            return null;
        }
        Map<String, byte[]> keys = new HashMap<>();
        settings.keys().forEach((id, key) -> keys.put(id, decoded(id, key)));
        return SecretCipher.aesGcm(current(settings), keys);
    }

    private static String current(AccountProperties.Factors settings) {
        if (settings.currentKey() != null) {
            return settings.currentKey();
        }
        if (settings.keys().size() > 1) {
            throw new IllegalStateException("set accounts.factors.current-key to the id of one of the keys in " + KEYS);
        }
        return settings.keys().keySet().iterator().next();
    }

    private static byte[] decoded(String id, String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException malformed) {
            // Its message quotes the key.
            throw new IllegalStateException(KEYS + "." + id
                    + (key.startsWith(PLACEHOLDER)
                            ? " is a placeholder that no property and no environment variable resolves"
                            : " is not Base64"));
        }
    }
}
