package dev.accounts.example.siege;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A small JVM that runs the example. */
final class SiegedProcess implements AutoCloseable {

    private final Process process;
    private final AtomicInteger outOfMemory = new AtomicInteger();
    private final int port;

    SiegedProcess(Path folder, int megabytes) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SiegedApplication.class.getName(),
                        "--server.port=0",
                        "--accounts.key.file=" + folder.resolve("factor.key"),
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("accounts")
                                + ";USER=sa;DB_CLOSE_ON_EXIT=FALSE")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        port = awaitPort(output);
        Thread reader = new Thread(() -> output.lines().forEach(this::heed), "output");
        reader.setDaemon(true);
        reader.start();
    }

    private int awaitPort(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(SiegedApplication.READY)) {
                return Integer.parseInt(line.substring(SiegedApplication.READY.length()));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the application did not start:\n" + said);
    }

    private void heed(String line) {
        if (line.contains("OutOfMemoryError")) {
            outOfMemory.incrementAndGet();
        }
    }

    int port() {
        return port;
    }

    boolean lives() {
        return process.isAlive() && outOfMemory.get() == 0;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
