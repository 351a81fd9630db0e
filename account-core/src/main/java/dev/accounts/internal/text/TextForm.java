package dev.accounts.internal.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks the rules that all text fields share, in the same order as Djoser. */
public final class TextForm {

    /** A text this many times longer than allowed is refused unread. */
    private static final int FAR_TOO_LONG = 4;

    private TextForm() {}

    /** Reports a text that is missing or blank; returns whether the field has no problem. */
    public static boolean isPresent(Violations violations, String field, @Nullable CharSequence value) {
        if (value == null) {
            violations.add(field, "required");
        } else if (Texts.isBlank(value)) {
            violations.add(field, "blank");
        }
        return !violations.has(field);
    }

    /** Checks a name that people read, and returns it without white space at its ends. */
    public static String checkName(Violations violations, String field, @Nullable String value, int maxCodePoints) {
        if (!isPresent(violations, field, value) || value == null) {
            return "";
        }
        String trimmed = Texts.strip(value);
        check(violations, field, trimmed, maxCodePoints);
        if (!violations.has(field) && !Texts.isPrintable(trimmed)) {
            violations.add(field, "invalid");
        }
        return trimmed;
    }

    /** Checks a name that people read and that may be empty, and returns it without white space at its ends. */
    public static String checkOptionalName(Violations violations, String field, String value, int maxCodePoints) {
        return Texts.isBlank(value) ? "" : checkName(violations, field, value, maxCodePoints);
    }

    /** Reports a text that is too long, contains NUL or is not well-formed Unicode. */
    public static void check(Violations violations, String field, CharSequence value, int maxCodePoints) {
        if (Texts.isLongerThan(value, maxCodePoints)) {
            violations.add(field, "too_long", Integer.toString(maxCodePoints));
        }
        if (isFarTooLong(value, maxCodePoints)) {
            return;
        }
        if (value.chars().anyMatch(c -> c == 0)) {
            violations.add(field, "null_characters");
        }
        value.codePoints()
                .filter(Texts::isSurrogate)
                .findFirst()
                .ifPresent(codePoint -> violations.add(
                        field,
                        "malformed_unicode",
                        Integer.toHexString(codePoint).toUpperCase(Locale.ROOT)));
    }

    /** Whether a text is so long that it is refused unread, because reading it would cost more than refusing it. */
    static boolean isFarTooLong(CharSequence value, int maxCodePoints) {
        return value.length() > FAR_TOO_LONG * maxCodePoints;
    }
}
