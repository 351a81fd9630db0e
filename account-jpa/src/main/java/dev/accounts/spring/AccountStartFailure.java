package dev.accounts.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the account system does not start, and what to do, instead of a stack trace. */
final class AccountStartFailure extends AbstractFailureAnalyzer<IllegalStateException> {

    private static final String OWN = "dev.accounts.";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, IllegalStateException cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        if (trace.length == 0 || !trace[0].getClassName().startsWith(OWN)) {
            return null;
        }
        return new FailureAnalysis(
                "The account system does not start: " + cause.getMessage(),
                "Do what the description says. accounts.schema=create lets the application create missing tables.",
                cause);
    }
}
