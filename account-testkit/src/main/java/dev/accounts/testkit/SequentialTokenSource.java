package dev.accounts.testkit;

import dev.accounts.spi.TokenSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Token values that count up from 1: well-formed, and easy to guess. Thread-safe.
 *
 * <p>They begin with letters, so that a test fails if their case is lost.
 */
public final class SequentialTokenSource implements TokenSource {

    private static final String PREFIX = "facade";

    private final AtomicLong last = new AtomicLong();

    /** A source whose first value ends in a one. */
    public SequentialTokenSource() {}

    @Override
    public String next() {
        return PREFIX + String.format(Locale.ROOT, "%034x", last.incrementAndGet());
    }
}
