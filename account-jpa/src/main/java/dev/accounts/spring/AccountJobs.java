package dev.accounts.spring;

import dev.accounts.service.AccountMaintenance;
import dev.accounts.spi.AccountNotifier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Removes obsolete rows, and delivers messages that were not delivered right after their commit. */
final class AccountJobs implements SchedulingConfigurer {

    private final AccountMaintenance maintenance;
    private final @Nullable AccountNotifier notifier;
    private final AccountProperties.Jobs settings;

    AccountJobs(AccountMaintenance maintenance, @Nullable AccountNotifier notifier, AccountProperties.Jobs settings) {
        this.maintenance = maintenance;
        this.notifier = notifier;
        this.settings = settings;
        requirePositive("purge-interval", settings.purgeInterval().toNanos());
        requirePositive("purge-limit", settings.purgeLimit());
        requirePositive("delivery-interval", settings.deliveryInterval().toNanos());
        requirePositive("delivery-limit", settings.deliveryLimit());
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("accounts.jobs." + name + " must be positive");
        }
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::purge, settings.purgeInterval(), settings.purgeInterval()));
        if (notifier != null) {
            tasks.addFixedDelayTask(
                    () -> maintenance.deliver(notifier, settings.deliveryLimit()), settings.deliveryInterval());
        }
    }

    private void purge() {
        int removed;
        do {
            removed = maintenance.purge(settings.purgeLimit());
        } while (removed >= settings.purgeLimit());
    }
}
