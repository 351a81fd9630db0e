package dev.accounts.testkit.contract.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request as it goes over the wire, with headers and body in UTF-8. */
record RawRequest(String method, String path, Map<String, String> headers, Optional<String> body) {

    /** This request with saved values in place of their names. */
    RawRequest filled(SavedValues saved) {
        Map<String, String> filled = new LinkedHashMap<>();
        headers.forEach((name, value) -> filled.put(name, saved.fillHeader(value)));
        return new RawRequest(method, saved.fill(path), filled, body.map(saved::fill));
    }

    /** The header for the length of the body; empty where a server expects none. */
    boolean hasLength() {
        return body.isPresent() || !method.equals("GET");
    }

    boolean isJson() {
        return contentType().startsWith("application/json");
    }

    /** Whether the path is outside the contract, or a header is not ASCII. */
    boolean isOdd() {
        return !(path.startsWith("/auth/") || path.startsWith("/user/"))
                || path.contains("//")
                || headers.values().stream().anyMatch(value -> !value.chars().allMatch(c -> c >= ' ' && c <= '~'));
    }

    boolean isMultipart() {
        return contentType().startsWith("multipart/");
    }

    private String contentType() {
        return headers.getOrDefault("Content-Type", "");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
