package dev.accounts.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names the Python type of a JSON value, as Djoser does in its messages. */
final class PythonType {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    private PythonType() {}

    static String of(@Nullable Object value) {
        if (value instanceof String) {
            return "str";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Number number) {
            return isInteger(number) ? "int" : "float";
        }
        if (value instanceof List) {
            return "list";
        }
        return value instanceof Map ? "dict" : "NoneType";
    }

    /** Whether a number was written without fraction and exponent. Mappers differ in the class that they use for a number. */
    static boolean isInteger(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.scale() == 0;
        }
        return number instanceof BigInteger
                || INTEGER.matcher(number.toString()).matches();
    }
}
