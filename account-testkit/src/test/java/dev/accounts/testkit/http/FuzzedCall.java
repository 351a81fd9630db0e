package dev.accounts.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import dev.accounts.http.HttpCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call that is written like an HTTP request, with one more header: {@code X-After} is the number of seconds since the previous
 * call. {@code X-Numbers} tells how the host's mapper represents numbers.
 *
 * @param method the method
 * @param path the path with the query
 * @param headers the headers by their names in lower case; a repeated one counts once
 * @param body the body
 */
record FuzzedCall(String method, String path, Map<String, String> headers, String body) {

    private static final String SEPARATOR = "\n%%\n";
    /** What is too short, or has only letters, may be part of a message. */
    private static final Pattern SECRET = Pattern.compile("(?=.*[a-z])(?=.*[0-9]).{8,}", Pattern.DOTALL);

    private static final String BLANK_LINE = "\n\n";
    private static final int MOST_CALLS = 8;
    private static final long MOST_SECONDS = 999_999;

    /** Reads calls that are separated by lines of two percent signs. */
    static List<FuzzedCall> read(byte[] input) {
        List<FuzzedCall> calls = new ArrayList<>();
        for (String text : new String(input, ISO_8859_1).split(SEPARATOR, MOST_CALLS)) {
            calls.add(read(text));
        }
        return calls;
    }

    private static FuzzedCall read(String text) {
        int end = text.indexOf(BLANK_LINE);
        String[] lines = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
        String[] first = lines[0].split(" ", 2);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ?", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header.length == 1 ? "" : header[1]);
        }
        String path = first.length == 1 ? "" : new String(first[1].getBytes(ISO_8859_1), UTF_8);
        return new FuzzedCall(first[0], path, headers, end < 0 ? "" : text.substring(end + BLANK_LINE.length()));
    }

    HttpCall asHttpCall() {
        HttpCall call = HttpCall.of(method, path).client(headers.get("x-client"));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        Gson mapper = mapper();
        return call.json(body.getBytes(ISO_8859_1), text -> mapper.fromJson(text, Object.class));
    }

    private Gson mapper() {
        ToNumberPolicy numbers = switch (headers.getOrDefault("x-numbers", "")) {
            case "text" -> ToNumberPolicy.LAZILY_PARSED_NUMBER;
            case "long" -> ToNumberPolicy.LONG_OR_DOUBLE;
            case "decimal" -> ToNumberPolicy.BIG_DECIMAL;
            default -> ToNumberPolicy.DOUBLE;
        };
        return new GsonBuilder().setObjectToNumberStrategy(numbers).create();
    }

    Duration after() {
        String seconds = headers.getOrDefault("x-after", "");
        return seconds.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Math.min(MOST_SECONDS, Long.parseLong(seconds)))
                : Duration.ZERO;
    }

    /** Returns the passwords in a JSON body that can be told from the words of a reply. */
    List<String> passwords() {
        return parsed().stream()
                .flatMap(fields -> fields.entrySet().stream())
                .filter(field -> String.valueOf(field.getKey()).endsWith("password"))
                .flatMap(field -> Optional.ofNullable(field.getValue()).stream())
                .filter(value -> value instanceof String password
                        && SECRET.matcher(password).matches())
                .map(String.class::cast)
                .toList();
    }

    /** Returns all that a reply may repeat: no password of a JSON body, and not the token of the caller. */
    String withoutSecrets() {
        StringBuilder rest = new StringBuilder(method + " " + path);
        headers.forEach((name, value) -> rest.append(name.equals("authorization") ? "" : " " + name + " " + value));
        parsed().ifPresentOrElse(
                        fields -> fields.forEach((name, value) -> {
                            boolean isPassword = String.valueOf(name).endsWith("password") && value instanceof String;
                            rest.append(' ').append(name).append(' ').append(isPassword ? "" : value);
                        }),
                        () -> rest.append(body));
        return rest.toString();
    }

    private Optional<Map<?, ?>> parsed() {
        try {
            Object parsed = mapper().fromJson(new String(body.getBytes(ISO_8859_1), UTF_8), Object.class);
            return parsed instanceof Map<?, ?> fields ? Optional.of(fields) : Optional.empty();
        } catch (RuntimeException | StackOverflowError malformed) {
            return Optional.empty();
        }
    }
}
