package dev.accounts.http;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.UserSearch;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of a list that a query requests. If a parameter is repeated, the last one counts. Parameters with other names are
 * ignored.
 *
 * @param after the last id of the previous page; 0 for the first page
 * @param limit the largest number of entries
 */
record PageQuery(long after, int limit) {

    private static final Parameter AFTER = new Parameter("after", 0, Long.MAX_VALUE);
    private static final Parameter LIMIT = new Parameter("limit", 1, UserSearch.MAX_PAGE);

    /**
     * Parses a query.
     *
     * @throws InvalidInputException if a value is not a whole number or out of bounds
     */
    static PageQuery of(String query, ViolationMessages messages) {
        Map<String, String> given = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            given.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        List<Violation> violations = Stream.of(AFTER, LIMIT)
                .flatMap(parameter -> parameter.problem(given, messages).stream())
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        UserSearch first = UserSearch.all();
        return new PageQuery(AFTER.value(given, first.afterId()), (int) LIMIT.value(given, first.limit()));
    }

    /** Returns the value of the {@code Link} header for the next page, relative to this one. */
    String linkAfter(long lastId) {
        return "<?" + AFTER.name + "=" + lastId + "&" + LIMIT.name + "=" + limit + ">; rel=\"next\"";
    }

    /** A whole number in a query, and its bounds. */
    private record Parameter(String name, long least, long most) {

        /** A number of at most 40 digits, leading zeros included. Parsing a longer one would cost more than refusing it. */
        private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,40}");

        Optional<Violation> problem(Map<String, String> given, ViolationMessages messages) {
            String text = given.get(name);
            if (text == null) {
                return Optional.empty();
            }
            if (!INTEGER.matcher(text).matches()) {
                return Optional.of(messages.violation(name, "invalid"));
            }
            BigInteger number = new BigInteger(text);
            if (number.compareTo(BigInteger.valueOf(least)) < 0) {
                return Optional.of(messages.violation(name, "too_small", Long.toString(least)));
            }
            return number.compareTo(BigInteger.valueOf(most)) > 0
                    ? Optional.of(messages.violation(name, "too_large", Long.toString(most)))
                    : Optional.empty();
        }

        long value(Map<String, String> given, long otherwise) {
            String text = given.get(name);
            return text == null ? otherwise : Long.parseLong(text);
        }
    }
}
