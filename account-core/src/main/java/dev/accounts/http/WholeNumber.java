package dev.accounts.http;

import dev.accounts.internal.text.Texts;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole number in a body. Like Djoser, it may be a number without a fraction other than zeros, or the text of one.
 *
 * @param value the number; a number that the service refuses if the field could not be read; empty if the field is missing
 * @param problem why the field could not be read; empty if it could
 */
record WholeNumber(OptionalInt value, Optional<Violation> problem) {

    /** A text of this length is refused unread. */
    private static final int MAX_TEXT = 1000;

    /** Numbers of more bits or digits are out of bounds in any case. */
    private static final int MAX_BITS = 2 * Long.SIZE;

    private static final Pattern WHOLE = Pattern.compile("([+-]?)0*+([0-9]*+)(?:(?<=[0-9])\\.0*+)?");
    private static final int MAX_DIGITS = 9;

    /** A number with a fraction or an exponent is refused unread if its text is longer. */
    private static final int MAX_NUMBER = 100;

    private static final WholeNumber MISSING = new WholeNumber(OptionalInt.empty(), Optional.empty());

    static WholeNumber read(Fields fields, String field) {
        Object given = fields.values().get(field);
        if (!fields.has(field) || (fields.ofForm() && "".equals(given))) {
            return MISSING;
        }
        if (given instanceof String text && text.length() > MAX_TEXT) {
            return unreadable(fields.messages(), field, "too_long");
        }
        OptionalInt number = number(given);
        return number.isPresent()
                ? new WholeNumber(number, Optional.empty())
                : unreadable(fields.messages(), field, given == null ? "null" : "invalid");
    }

    /** Reads a number of 1 to a maximum, and reports what is wrong with it. */
    static OptionalInt upTo(int max, Fields fields, String field, Violations violations) {
        WholeNumber number = read(fields, field);
        if (number.problem().isPresent()) {
            violations.add(number.problem().get());
        } else if (number.value().orElse(1) < 1) {
            violations.add(field, "too_small", "1");
        } else if (number.value().orElse(1) > max) {
            violations.add(field, "too_large", Integer.toString(max));
        }
        return number.value();
    }

    private static WholeNumber unreadable(ViolationMessages messages, String field, String code) {
        return new WholeNumber(OptionalInt.of(Integer.MIN_VALUE), Optional.of(messages.violation(field, code)));
    }

    private static OptionalInt number(@Nullable Object given) {
        if (given instanceof BigInteger number) {
            return OptionalInt.of(bounded(number));
        }
        if (given instanceof BigDecimal decimal) {
            return number(decimal);
        }
        if (given instanceof Double || given instanceof Float) {
            double number = ((Number) given).doubleValue();
            return Double.isFinite(number) ? number(new BigDecimal(number)) : OptionalInt.empty();
        }
        if (given instanceof Number) {
            return written(given.toString());
        }
        return given instanceof String text ? number(text) : OptionalInt.empty();
    }

    private static OptionalInt number(BigDecimal decimal) {
        if (decimal.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return OptionalInt.of(decimal.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE);
        }
        boolean isShort = decimal.unscaledValue().bitLength() <= MAX_BITS;
        return isShort && decimal.stripTrailingZeros().scale() <= 0
                ? OptionalInt.of(bounded(decimal.toBigInteger()))
                : OptionalInt.empty();
    }

    /** Reads the number of a mapper that keeps its text. */
    private static OptionalInt written(String text) {
        OptionalInt whole = number(text);
        if (whole.isPresent() || text.length() > MAX_NUMBER) {
            return whole;
        }
        try {
            return number(new BigDecimal(text));
        } catch (NumberFormatException notFinite) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(String text) {
        Matcher whole = WHOLE.matcher(Texts.stripped(text));
        if (!whole.matches() || text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        String digits = whole.group(2);
        String number = whole.group(1) + (digits.length() > MAX_DIGITS ? "9".repeat(MAX_DIGITS) : "0" + digits);
        return OptionalInt.of(Integer.parseInt(number));
    }

    private static int bounded(BigInteger number) {
        return number.bitLength() < Integer.SIZE
                ? number.intValue()
                : number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }
}
