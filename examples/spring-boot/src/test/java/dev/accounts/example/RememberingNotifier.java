package dev.accounts.example;

import dev.accounts.model.AccountMessage;
import dev.accounts.spi.AccountNotifier;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.context.annotation.Primary;

/** Keeps the lines that {@link ConsoleNotifier} would print. */
@Primary
class RememberingNotifier implements AccountNotifier {

    private final ConsoleNotifier console;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    RememberingNotifier(ConsoleNotifier console) {
        this.console = console;
    }

    @Override
    public void send(AccountMessage message) {
        lines.add(console.text(message));
    }

    /** Returns the next message that contains a text, and skips those before it; fails if none comes soon. */
    String next(String text) {
        return Stream.generate(this::next)
                .filter(line -> line.contains(text))
                .findFirst()
                .orElseThrow();
    }

    private String next() {
        try {
            String line = lines.poll(30, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no message came");
            }
            return line;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
