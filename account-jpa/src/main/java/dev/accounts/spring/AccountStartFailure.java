package dev.accounts.spring;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the account system does not start, and what to do, instead of a stack trace. */
final class AccountStartFailure extends AbstractFailureAnalyzer<RuntimeException> {

    private static final String OWN = "dev.accounts.";

    /** Stands in each message about tables that could be created. */
    private static final String CREATE = "createIfMissing";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, RuntimeException first) {
        Throwable cause = first;
        while (cause != null && !isOwn(cause)) {
            cause = cause.getCause();
        }
        // What an application does with accounts after its beans are there is its own affair.
        return cause == null || !contains(first, BeansException.class)
                ? null
                : new FailureAnalysis("The account system does not start: " + cause.getMessage(), action(cause), first);
    }

    private static boolean contains(Throwable failure, Class<?> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    private static boolean isOwn(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return (failure instanceof IllegalStateException || failure instanceof IllegalArgumentException)
                && trace.length > 0
                && trace[0].getClassName().startsWith(OWN);
    }

    private static String action(Throwable cause) {
        if (cause instanceof IllegalArgumentException) {
            return "Change the setting below accounts in the configuration of the application; docs/settings.md has the bounds.";
        }
        return String.valueOf(cause.getMessage()).contains(CREATE)
                ? "Do what the description says. accounts.schema=create lets the application create missing tables."
                : "Do what the description says.";
    }
}
