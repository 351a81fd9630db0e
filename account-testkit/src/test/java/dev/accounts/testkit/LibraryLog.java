package dev.accounts.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What the library logs at its most talkative between its opening and its closing. */
final class LibraryLog {

    private final Logger library = (Logger) LoggerFactory.getLogger("dev.accounts");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    void open() {
        logged.start();
        library.setLevel(Level.TRACE);
        library.setAdditive(false);
        library.addAppender(logged);
    }

    void close() {
        library.detachAppender(logged);
        library.setAdditive(true);
        library.setLevel(null);
    }

    /** All messages and stack traces. */
    String text() {
        return logged.list.stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }
}
