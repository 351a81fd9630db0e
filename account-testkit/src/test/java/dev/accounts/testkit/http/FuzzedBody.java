package dev.accounts.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.internal.LazilyParsedNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the objects that mappers make of a body from bytes: one byte chooses the type, more bytes are the value. */
final class FuzzedBody {

    private static final List<String> NAMES = List.of(
            "username",
            "password",
            "email",
            "first_name",
            "last_name",
            "days_count",
            "towns",
            "label",
            "uid",
            "token",
            "current_password",
            "new_password",
            "new_username");

    private static final int DEEPEST = 12;
    private static final int MOST_DIGITS = 400;

    private final ByteBuffer bytes;

    FuzzedBody(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    Object read() {
        return value(0);
    }

    private Object value(int depth) {
        return switch (next() % 16) {
            case 0 -> null;
            case 1 -> next() % 2 == 0;
            case 2 -> next();
            case 3 -> number().longValue();
            case 4 -> number();
            case 5 -> new BigDecimal(number(), (int) (byte) next());
            case 6 -> new BigDecimal(number(), number().intValue());
            case 7 -> Double.longBitsToDouble(number().longValue());
            case 8 -> Float.intBitsToFloat(number().intValue());
            case 9 -> new LazilyParsedNumber(text());
            case 10 -> new AtomicLong(number().longValue());
            case 11, 12 -> text();
            case 13 -> list(depth);
            default -> map(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> items = new ArrayList<>();
        for (int count = depth < DEEPEST ? next() % 8 : 0; count > 0; count--) {
            items.add(value(depth + 1));
        }
        return items;
    }

    private Map<Object, Object> map(int depth) {
        Map<Object, Object> fields = new HashMap<>();
        for (int count = depth < DEEPEST ? next() % 8 : 0; count > 0; count--) {
            int name = next();
            fields.put(name < 0xF0 ? NAMES.get(name % NAMES.size()) : text(), value(depth + 1));
        }
        return fields;
    }

    private BigInteger number() {
        byte[] digits = take(next() % MOST_DIGITS);
        return digits.length == 0 ? BigInteger.ZERO : new BigInteger(digits);
    }

    private String text() {
        return new String(take(next()), UTF_8);
    }

    private byte[] take(int count) {
        byte[] taken = new byte[Math.min(count, bytes.remaining())];
        bytes.get(taken);
        return taken;
    }

    private int next() {
        return bytes.hasRemaining() ? bytes.get() & 0xFF : 0;
    }
}
