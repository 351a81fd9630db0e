package dev.accounts.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A body that must not be read, or whose client breaks off. */
final class FailingStream extends InputStream {

    private final Optional<IOException> failure;

    private FailingStream(Optional<IOException> failure) {
        this.failure = failure;
    }

    /** Fails a test that reads it. */
    static InputStream unread() {
        return new FailingStream(Optional.empty());
    }

    static InputStream brokenOff() {
        return new FailingStream(Optional.of(new IOException("reset")));
    }

    @Override
    public int read() throws IOException {
        throw failure.orElseThrow(() -> new AssertionError("read"));
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return read();
    }
}
