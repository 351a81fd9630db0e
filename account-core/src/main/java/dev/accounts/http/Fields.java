package dev.accounts.http;

import dev.accounts.internal.text.Texts;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import dev.accounts.model.delegation.PersonalTokenRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one body. The service gets a field that is not a text as if it were missing, so that it checks all other
 * fields. {@link #reworded} then names the problem of that field. {@link #toString} prints no field.
 *
 * @param values the fields by name
 * @param ofForm whether they come from a form
 * @param messages the texts of problems
 */
record Fields(Map<?, ?> values, boolean ofForm, ViolationMessages messages) {

    /** The fields that the service only compares, so that no rule of the service checks their characters. */
    private static final Set<String> COMPARED = Set.of(
            Wire.CURRENT_PASSWORD,
            Wire.UID,
            Wire.TOKEN,
            Wire.LABEL,
            Wire.CHALLENGE,
            Wire.CODE,
            Wire.RECOVERY_CODE,
            Wire.ENROLMENT,
            Wire.NAME);

    /** The fields that are neither texts nor objects. */
    private static final Set<String> NO_TEXTS =
            Set.of(Wire.TOWNS, Wire.DAYS_COUNT, Wire.SCOPES, Wire.EXPIRES_IN_DAYS, Wire.MINUTES);

    /** The longest code of a permission has 200 code points. */
    static final int MAX_CODE = 200;

    /**
     * Keeps of a body what an operation may read: no other field, and of lists and maps within a field only that they are
     * there, except the items of the towns and scopes and the texts of a passkey. The fields live as long as their request waits for a
     * hash, and a hostile body takes many times its size.
     */
    static Fields of(Map<?, ?> body, boolean ofForm, ViolationMessages messages) {
        Map<Object, Object> kept = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (Wire.READ.contains(name)) {
                kept.put(name, read(name, value));
            }
        });
        return new Fields(kept, ofForm, messages);
    }

    private static @Nullable Object read(Object name, @Nullable Object value) {
        if (name.equals(Wire.TOWNS) && value instanceof List<?> towns) {
            return items(towns);
        }
        if (name.equals(Wire.SCOPES) && value instanceof List<?> scopes) {
            return codes(scopes);
        }
        return name.equals(Wire.PASSKEY) && value instanceof Map<?, ?> passkey
                ? PasskeyAnswer.of(passkey)
                : kept(value);
    }

    private static List<@Nullable Object> items(List<?> given) {
        List<@Nullable Object> kept = new ArrayList<>();
        given.forEach(item -> kept.add(kept(item)));
        return kept;
    }

    /** Keeps one code more than a token may have, and of each code so much that its length is still refused. */
    private static List<@Nullable Object> codes(List<?> scopes) {
        List<@Nullable Object> kept =
                items(scopes.subList(0, Math.min(scopes.size(), PersonalTokenRequest.MOST_SCOPES + 1)));
        int longest = 2 * MAX_CODE + 1;
        kept.replaceAll(
                code -> code instanceof String text && text.length() > longest ? text.substring(0, longest) : code);
        return kept;
    }

    private static @Nullable Object kept(@Nullable Object value) {
        if (value instanceof Map) {
            return Map.of();
        }
        return value instanceof List ? List.of() : value;
    }

    /** Returns the fields that were filled in, where all are optional: in a form, an empty text means that a field is missing. */
    Fields filledIn() {
        Map<Object, Object> filledIn = new LinkedHashMap<>(values);
        filledIn.values().removeIf(value -> ofForm && value.equals(""));
        return new Fields(filledIn, ofForm, messages);
    }

    Fields without(String field) {
        Map<Object, Object> others = new LinkedHashMap<>(values);
        others.remove(field);
        return new Fields(others, ofForm, messages);
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    /** Returns the text of a field; null if the field is missing or has a problem. */
    @Nullable
    String text(String field) {
        return problem(field).isPresent() ? null : given(field);
    }

    /** Returns the text of a field; null if the field is missing. A field that has a problem is refused. */
    @Nullable
    String optionalText(String field) {
        Optional<Violation> problem = problem(field);
        if (problem.isPresent()) {
            throw new InvalidInputException(List.of(problem.get()));
        }
        return text(field);
    }

    /** Returns the text of a field. A field that is missing or has a problem is refused. */
    String requiredText(String field) {
        String text = optionalText(field);
        if (text == null) {
            throw new InvalidInputException(List.of(messages.violation(field, "required")));
        }
        return text;
    }

    /** Returns what a browser answers about a passkey; null if that is missing or no object. */
    @Nullable
    PasskeyAnswer passkey() {
        return values.get(Wire.PASSKEY) instanceof PasskeyAnswer answer ? answer : null;
    }

    /** Returns why a field cannot be read as what it is, which is a text for most; empty if it can, or if it is missing. */
    Optional<Violation> problem(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        Object value = values.get(field);
        if (field.equals(Wire.PASSKEY) && value != null) {
            return value instanceof PasskeyAnswer
                    ? Optional.empty()
                    : Optional.of(messages.violation(field, "invalid"));
        }
        if (value instanceof String text) {
            return COMPARED.contains(field) ? nulProblem(field, text) : Optional.empty();
        }
        return Optional.of(messages.violation(field, value == null ? "null" : "not_text"));
    }

    /** Returns the problem of a field like {@link #problem}, and also reports a text that is blank or contains NUL. */
    Optional<Violation> formProblem(String field) {
        String text = given(field);
        if (text == null) {
            return problem(field);
        }
        return Texts.isBlank(text) ? Optional.of(messages.violation(field, "blank")) : nulProblem(field, text);
    }

    /** Replaces the violations of fields that could not be read by the problems of those fields. */
    InvalidInputException reworded(InvalidInputException refusal) {
        return new InvalidInputException(refusal.violations().stream()
                .map(violation ->
                        isText(violation.field()) ? problem(violation.field()).orElse(violation) : violation)
                .distinct()
                .toList());
    }

    private static boolean isText(String field) {
        return !NO_TEXTS.contains(field);
    }

    private @Nullable String given(String field) {
        return values.get(field) instanceof String text ? text : null;
    }

    private Optional<Violation> nulProblem(String field, String text) {
        return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of(messages.violation(field, "null_characters"));
    }

    @Override
    public String toString() {
        return "Fields[***]";
    }
}
