package dev.accounts.example;

import dev.accounts.Accounts;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Creates the two users that the recorded cases of the HTTP contract need, if they do not exist. Not for production:
 * the password is public.
 */
@Component
@ConditionalOnBooleanProperty("accounts.contract-fixtures")
class ContractFixtures implements SmartInitializingSingleton {

    private static final String PASSWORD = "str0ng-Pass-9";

    private final Accounts system;

    ContractFixtures(Accounts system) {
        this.system = system;
    }

    @Override
    public void afterSingletonsInstantiated() {
        AccountService accounts = system.service();
        if (!accounts.isRegistered("root")) {
            User inactive =
                    accounts.register(Registration.of("inactive", PASSWORD).email("in@x.org"));
            User root = accounts.register(Registration.of("root", PASSWORD).email("root@x.org"));
            system.maintenance().appointSuperuser(root.id());
            system.administration().setActive(root.id(), inactive.id(), false);
        }
    }
}
