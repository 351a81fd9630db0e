package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * Describes one problem with one field of a request.
 *
 * @param field the name of the field, such as {@code username}
 * @param code a stable code, such as {@code taken} or {@code too_short}; {@code docs/errors.md} lists the codes
 * @param message a text for people, from {@link ViolationMessages}
 */
public record Violation(String field, String code, String message) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public Violation {
        requireNonNull(field, "field");
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }
}
