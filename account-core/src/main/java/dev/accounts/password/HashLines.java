package dev.accounts.password;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of an open file of hashes, each found by any of its bytes and read by itself. Thread-safe. */
final class HashLines implements Closeable {

    /** More than the longest well-formed line, so that what is cut out of a longer one is never well-formed. */
    private static final int REACH = 128;

    private final FileChannel channel;

    private HashLines(FileChannel channel) {
        this.channel = channel;
    }

    static HashLines of(Path file) throws IOException {
        return new HashLines(FileChannel.open(file));
    }

    /** The length of the file in bytes. */
    long size() throws IOException {
        return channel.size();
    }

    /** The line to which a byte belongs, its line feed included; empty if there is none or it is no hash. */
    Optional<HashLine> at(long position) throws IOException {
        long from = Math.max(0, position - REACH);
        ByteBuffer around = read(from);
        int start = (int) (position - from);
        if (start >= around.limit()) {
            return Optional.empty();
        }
        int end = start;
        while (start > 0 && around.get(start - 1) != '\n') {
            start--;
        }
        while (end < around.limit() && around.get(end) != '\n') {
            end++;
        }
        int next = Math.min(end + 1, around.limit());
        return HashLine.parse(around.slice(start, end - start), from + start, from + next);
    }

    private ByteBuffer read(long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(2 * REACH);
        int count = 0;
        while (count >= 0 && buffer.hasRemaining()) {
            count = channel.read(buffer, from + buffer.position());
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
