package dev.accounts.testkit.contract.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request as it goes over the wire, headers and body in UTF-8. */
record RawRequest(String method, String path, Map<String, String> headers, Optional<String> body) {

    /** The same with saved values in place of their names. */
    RawRequest filled(SavedValues saved) {
        Map<String, String> filled = new LinkedHashMap<>();
        headers.forEach((name, value) -> filled.put(name, saved.fillHeader(value)));
        return new RawRequest(method, saved.fill(path), filled, body.map(saved::fill));
    }

    /** What must be told of the length of the body: nothing, where a server expects none. */
    boolean hasLength() {
        return body.isPresent() || !method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
