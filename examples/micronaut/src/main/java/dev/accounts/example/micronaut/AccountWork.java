package dev.accounts.example.micronaut;

import dev.accounts.Accounts;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** Delivers mails and removes obsolete rows, until the persistence unit goes. Builds the accounts when the application starts. */
@Context
class AccountWork {

    private final ScheduledFuture<?> work;

    AccountWork(Accounts accounts, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        Runnable task = accounts.maintenance().recurring(AccountWork::print);
        work = scheduler.scheduleWithFixedDelay(Duration.ofSeconds(1), Duration.ofSeconds(5), task);
    }

    @PreDestroy
    void stop() {
        work.cancel(false);
    }

    /** An application mails the messages; this one prints them. */
    private static void print(AccountMessage message) {
        String token = message.token().map(OneTimeToken::value).orElse("");
        System.out.printf("To %s: %s %s%n", message.address(), message.kind(), token);
    }
}
