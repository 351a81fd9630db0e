package dev.accounts.http;

import dev.accounts.internal.text.Texts;
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
 * The days count of a body. Like Djoser, it may be a number without a fraction other than zeros, or the text of one.
 *
 * @param value the number; a number that the service refuses if the field could not be read; empty if the field is missing
 * @param problem why the field could not be read; empty if it could
 */
record DaysCount(OptionalInt value, Optional<Violation> problem) {

    /** A text of this length is refused unread. */
    private static final int MAX_TEXT = 1000;

    /** Numbers of more bits or digits are out of bounds in any case. */
    private static final int MAX_BITS = 2 * Long.SIZE;

    private static final Pattern WHOLE = Pattern.compile("([+-]?)0*+([0-9]*+)(?:(?<=[0-9])\\.0*+)?");
    private static final int MAX_DIGITS = 9;

    /** A number with a fraction or an exponent is refused unread if its text is longer. */
    private static final int MAX_NUMBER = 100;

    private static final DaysCount MISSING = new DaysCount(OptionalInt.empty(), Optional.empty());

    static DaysCount read(Fields fields) {
        Object given = fields.values().get(Wire.DAYS_COUNT);
        if (!fields.has(Wire.DAYS_COUNT) || (fields.ofForm() && "".equals(given))) {
            return MISSING;
        }
        if (given instanceof String text && text.length() > MAX_TEXT) {
            return unreadable(fields.messages(), "too_long");
        }
        OptionalInt number = number(given);
        return number.isPresent()
                ? new DaysCount(number, Optional.empty())
                : unreadable(fields.messages(), given == null ? "null" : "invalid");
    }

    private static DaysCount unreadable(ViolationMessages messages, String code) {
        return new DaysCount(OptionalInt.of(Integer.MIN_VALUE), Optional.of(messages.violation(Wire.DAYS_COUNT, code)));
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
