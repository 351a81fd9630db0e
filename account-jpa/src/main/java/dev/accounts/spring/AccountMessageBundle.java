package dev.accounts.spring;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Texts of the application for violations, in the language of the request: its message {@code accounts.<key>}, else the English
 * text of the library.
 */
final class AccountMessageBundle extends ResourceBundle {

    private static final String PREFIX = "accounts.";

    private final MessageSource source;
    private final ResourceBundle english;

    AccountMessageBundle(MessageSource source, ResourceBundle english) {
        this.source = source;
        this.english = english;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        String own = own(key);
        return own != null || !english.containsKey(key) ? own : english.getString(key);
    }

    /** A general text of the application comes before a specific one of the library. */
    @Override
    public boolean containsKey(String key) {
        return own(key) != null || (english.containsKey(key) && own(key.substring(key.lastIndexOf('.') + 1)) == null);
    }

    private @Nullable String own(String key) {
        return source.getMessage(PREFIX + key, null, null, LocaleContextHolder.getLocale());
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(english.keySet());
    }
}
