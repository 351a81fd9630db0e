package dev.accounts;

import dev.accounts.fixture.Bench;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.TokenDigest;
import java.util.Locale;

/** Fills in what stands in angle brackets, and brings about what it says. */
public final class TokenFixture {

    private final Bench bench;

    public TokenFixture(Bench bench) {
        this.bench = bench;
    }

    /** The token to present in place of a text with one of these fixtures. */
    public String resolve(String text) {
        IssuedToken issued = bench.loggedIn("alice");
        String valid = issued.value();
        int start = text.indexOf('<');
        int end = text.lastIndexOf('>') + 1;
        return text.substring(0, start) + resolve(text.substring(start + 1, end - 1), valid) + text.substring(end);
    }

    private String resolve(String name, String valid) {
        return switch (name) {
            case "valid" -> valid;
            case "valid:twiddle-last-bits" -> valid.substring(0, 39) + (valid.endsWith("0") ? '1' : '0');
            case "valid:flip-case" -> valid.toUpperCase(Locale.ROOT);
            case "valid:fullwidth" ->
                valid.codePoints()
                        .map(c -> c + 0xFEE0)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            case "sha256hex-of-valid" -> TokenDigest.of(valid).hex();
            default -> afterwards(name, valid);
        };
    }

    private String afterwards(String name, String valid) {
        switch (name) {
            case "valid:expired-by-1us" ->
                bench.now = bench.now.plus(Bench.LIFETIME).plusNanos(1000);
            case "valid:expires-now" -> bench.now = bench.now.plus(Bench.LIFETIME);
            case "valid:logged-out" -> bench.service.logout(valid);
            case "valid:owner-deactivated" -> bench.stores.inactive.add(1L);
            case "valid:owner-deleted" -> bench.stores.accounts.remove(1L);
            default -> throw new IllegalArgumentException(name);
        }
        return valid;
    }
}
