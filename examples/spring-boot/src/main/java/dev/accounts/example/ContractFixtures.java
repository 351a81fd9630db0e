package dev.accounts.example;

import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Creates the two users that the recorded cases of the HTTP contract need in an empty database. Not for production: the
 * password is public.
 */
@Component
@ConditionalOnBooleanProperty("accounts.contract-fixtures")
class ContractFixtures implements SmartInitializingSingleton {

    private static final String PASSWORD = "str0ng-Pass-9";

    private final AccountService accounts;
    private final AccountAdministration administration;
    private final AccountMaintenance maintenance;

    ContractFixtures(AccountService accounts, AccountAdministration administration, AccountMaintenance maintenance) {
        this.accounts = accounts;
        this.administration = administration;
        this.maintenance = maintenance;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.isRegistered("root")) {
            User inactive =
                    accounts.register(Registration.of("inactive", PASSWORD).email("in@x.org"));
            User root = accounts.register(Registration.of("root", PASSWORD).email("root@x.org"));
            maintenance.appointSuperuser(root.id());
            administration.setActive(root.id(), inactive.id(), false);
        }
    }
}
