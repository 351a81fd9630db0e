package dev.accounts.http;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The town ids of a body, up to the first item that is not an id.
 *
 * @param ids the ids before that item
 * @param problem the problem of that item or of the list; empty if every item is an id
 */
record TownIds(List<Long> ids, Optional<Violation> problem) {

    /** The size of the largest number that a message repeats. Writing a number out takes time quadratic in its length. */
    private static final int MAX_BITS = 2 * Long.SIZE;

    /** Replaces an item that could not be read. No town has this id. */
    private static final long NO_TOWN = Long.MIN_VALUE;

    private static final Pattern CANONICAL = Pattern.compile("-?(?:0|[1-9][0-9]{0,30})");

    static TownIds read(Map<?, ?> fields, ViolationMessages messages) {
        if (!fields.containsKey(Wire.TOWNS)) {
            return new TownIds(List.of(), Optional.empty());
        }
        Object towns = fields.get(Wire.TOWNS);
        if (towns == null) {
            return new TownIds(List.of(), Optional.of(messages.violation(Wire.TOWNS, "null")));
        }
        if (!(towns instanceof List<?> items)) {
            return new TownIds(
                    List.of(), Optional.of(messages.violation(Wire.TOWNS, "not_a_list", PythonType.of(towns))));
        }
        return read(items, messages);
    }

    /** Returns the ids for the service. If an item could not be read, the last id is one that the service refuses. */
    List<Long> forService() {
        return problem.isEmpty()
                ? ids
                : Stream.concat(ids.stream(), Stream.of(NO_TOWN)).toList();
    }

    /** Replaces the violation of an item that could not be read by the problem of that item. */
    InvalidInputException reworded(InvalidInputException refusal, ViolationMessages messages) {
        Violation ofService = messages.violation(Wire.TOWNS, "not_found", Long.toString(NO_TOWN));
        return new InvalidInputException(refusal.violations().stream()
                .map(violation -> violation.equals(ofService) ? problem.orElse(violation) : violation)
                .toList());
    }

    private static TownIds read(List<?> items, ViolationMessages messages) {
        List<Long> ids = new ArrayList<>();
        for (Object item : items) {
            Optional<BigInteger> number = integer(item);
            if (number.isEmpty() || number.get().bitLength() >= Long.SIZE) {
                return new TownIds(ids, Optional.of(problem(item, messages)));
            }
            ids.add(number.get().longValue());
        }
        return new TownIds(ids, Optional.empty());
    }

    private static Optional<BigInteger> integer(@Nullable Object item) {
        if (item instanceof BigInteger number) {
            return bounded(number);
        }
        if (item instanceof BigDecimal decimal) {
            return PythonType.isInteger(decimal) ? bounded(decimal.unscaledValue()) : Optional.empty();
        }
        String text = item instanceof String || item instanceof Number ? item.toString() : "";
        return CANONICAL.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    private static Optional<BigInteger> bounded(BigInteger number) {
        return Optional.of(number).filter(value -> value.bitLength() <= MAX_BITS);
    }

    private static Violation problem(@Nullable Object item, ViolationMessages messages) {
        if (item == null) {
            return messages.violation(Wire.TOWNS, "not_found", "None");
        }
        return integer(item)
                .map(beyond -> messages.violation(Wire.TOWNS, "not_found", beyond.toString()))
                .orElseGet(() -> messages.violation(Wire.TOWNS, "wrong_type", PythonType.of(item)));
    }
}
