package dev.accounts.http;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one body. A field that is no text is given to the service as if it were missing, so that the service finds
 * what is wrong with all the others; {@link #reworded} then says what it is. Nothing of it is printed.
 */
record Fields(Map<?, ?> values, ViolationMessages messages) {

    /** Those whose characters no rule of the service looks at, since they are only compared. */
    private static final Set<String> COMPARED = Set.of(Wire.CURRENT_PASSWORD, Wire.UID, Wire.TOKEN, Wire.LABEL);

    boolean has(String field) {
        return values.containsKey(field);
    }

    /** The text of a field; null if it is missing or has a problem. */
    @Nullable
    String text(String field) {
        return problem(field).isPresent() ? null : given(field);
    }

    /** Why a field that is there is no text. */
    Optional<Violation> problem(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        Object value = values.get(field);
        if (value instanceof String text) {
            return COMPARED.contains(field) ? nulProblem(field, text) : Optional.empty();
        }
        return Optional.of(messages.violation(field, value == null ? "null" : "not_text"));
    }

    /** The same, and why a text says nothing or cannot be typed. */
    Optional<Violation> formProblem(String field) {
        String text = given(field);
        if (text == null) {
            return problem(field);
        }
        return isBlank(text) ? Optional.of(messages.violation(field, "blank")) : nulProblem(field, text);
    }

    /** A refusal of the service that says of a field that is there what it is, and not that it is required. */
    InvalidInputException reworded(InvalidInputException refusal) {
        return new InvalidInputException(refusal.violations().stream()
                .map(violation -> violation.code().equals("required")
                        ? problem(violation.field()).orElse(violation)
                        : violation)
                .toList());
    }

    private @Nullable String given(String field) {
        return values.get(field) instanceof String text ? text : null;
    }

    private Optional<Violation> nulProblem(String field, String text) {
        return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of(messages.violation(field, "null_characters"));
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085');
    }

    @Override
    public String toString() {
        return "Fields[***]";
    }
}
