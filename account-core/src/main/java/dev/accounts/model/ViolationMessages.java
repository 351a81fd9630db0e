package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * Provides the texts of violations from a resource bundle, which a host may translate.
 *
 * <p>The key of a text is {@code field.code}, or {@code code} if the bundle has no such key. {@code {0}} in a text
 * stands for the detail, such as a length. The English texts are part of the HTTP contract and do not depend on the
 * default locale of the JVM.
 */
public final class ViolationMessages {

    private final ResourceBundle texts;

    private ViolationMessages(ResourceBundle texts) {
        this.texts = texts;
    }

    /**
     * Returns the English texts that the library ships.
     *
     * @return the texts of {@code dev/accounts/model/violations.properties}
     */
    public static ViolationMessages english() {
        try (InputStream source = requireNonNull(
                ViolationMessages.class.getResourceAsStream("violations.properties"), "violations.properties")) {
            return from(new PropertyResourceBundle(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the texts of a host's own bundle.
     *
     * @param texts a bundle with the keys of {@code dev/accounts/model/violations.properties}
     * @return the texts
     * @throws NullPointerException if {@code texts} is null
     */
    public static ViolationMessages from(ResourceBundle texts) {
        return new ViolationMessages(requireNonNull(texts, "texts"));
    }

    /**
     * Returns the bundle of these texts, so that a host's bundle can fall back to it.
     *
     * @return the bundle
     */
    public ResourceBundle bundle() {
        return texts;
    }

    /**
     * Creates a violation with its text.
     *
     * @param field the name of the field
     * @param code the stable code
     * @param details what the text mentions, such as a length or a type; inserted unchanged, without number formatting
     * @return the violation
     * @throws NullPointerException if an argument or a detail is null
     * @throws java.util.MissingResourceException if the bundle has no text for {@code code}
     */
    public Violation violation(String field, String code, String... details) {
        requireNonNull(field, "field");
        requireNonNull(code, "code");
        for (String detail : requireNonNull(details, "details")) {
            requireNonNull(detail, "details");
        }
        String specific = field + "." + code;
        String pattern = texts.getString(texts.containsKey(specific) ? specific : code);
        return new Violation(field, code, new MessageFormat(pattern, Locale.ROOT).format(details));
    }

    /**
     * Returns the name of a user's attribute as texts mention it.
     *
     * @param attribute {@code username}, {@code first_name}, {@code last_name} or {@code email}
     * @return the name, such as "email address"
     * @throws NullPointerException if {@code attribute} is null
     * @throws java.util.MissingResourceException if the bundle has no name for it
     */
    public String attribute(String attribute) {
        return texts.getString("attribute." + requireNonNull(attribute, "attribute"));
    }
}
