package dev.accounts.example.siege;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The process of a {@link Siege}. */
final class Strangers implements AutoCloseable {

    private final Process process;

    Strangers(int port, Duration time) throws IOException {
        process = new ProcessBuilder(
                        "nice",
                        "-n",
                        "19",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Siege.class.getName(),
                        Integer.toString(port),
                        Long.toString(time.toSeconds()))
                .redirectErrorStream(true)
                .start();
    }

    /** Waits for the end; returns what the strangers got. */
    String report() throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
