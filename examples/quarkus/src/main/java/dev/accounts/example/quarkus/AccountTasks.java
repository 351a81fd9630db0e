package dev.accounts.example.quarkus;

import dev.accounts.Accounts;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.StorageException;
import dev.accounts.service.AccountMaintenance;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Delivers messages and removes obsolete rows. An application mails the messages; this one prints them. */
class AccountTasks {

    @SuppressWarnings("FutureReturnValueIgnored")
    void start(@Observes StartupEvent started, Accounts accounts, ScheduledExecutorService executor) {
        AccountMaintenance tasks = accounts.maintenance();
        executor.scheduleWithFixedDelay(attempt(() -> tasks.deliver(AccountTasks::print, 100)), 1, 5, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(attempt(() -> tasks.purge(1000)), 1, 60, TimeUnit.SECONDS);
    }

    /** The executor drops a task that has thrown. */
    private static Runnable attempt(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (StorageException e) {
                Log.warn("a task of the accounts failed; it runs again", e);
            }
        };
    }

    private static void print(AccountMessage message) {
        String token = message.token().map(OneTimeToken::value).orElse("");
        System.out.printf("To %s: %s %s%n", message.address(), message.kind(), token);
    }
}
