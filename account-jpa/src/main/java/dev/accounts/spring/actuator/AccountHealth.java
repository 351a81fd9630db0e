package dev.accounts.spring.actuator;

import dev.accounts.model.StorageException;
import dev.accounts.service.AccountMaintenance;
import java.time.Duration;
import java.util.Map;

/**
 * How the accounts are: up if their tables answer. A message that waits is told in a detail; it takes no node out of service, since
 * another node could not deliver it either.
 */
record AccountHealth(String status, Map<String, Object> details) {

    static AccountHealth of(AccountMaintenance maintenance) {
        try {
            Duration wait = maintenance.longestWait().orElse(Duration.ZERO);
            return new AccountHealth("UP", Map.of("oldestMessageWaits", wait.toString()));
        } catch (StorageException failure) {
            return new AccountHealth("DOWN", Map.of("error", "the tables of accounts do not answer"));
        }
    }
}
