package dev.accounts.example.quarkus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the application logs as an error until the log is closed. */
final class ErrorLog extends Handler {

    private final Logger root = Logger.getLogger("");
    private final List<String> errors = new CopyOnWriteArrayList<>();

    static ErrorLog open() {
        ErrorLog log = new ErrorLog();
        log.root.addHandler(log);
        return log;
    }

    List<String> errors() {
        return errors;
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.add(entry.getLoggerName() + " " + entry.getMessage() + " " + entry.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
