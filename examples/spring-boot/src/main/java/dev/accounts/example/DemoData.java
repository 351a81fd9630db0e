package dev.accounts.example;

import dev.accounts.Accounts;
import dev.accounts.service.Towns;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Creates four towns before the first request, if there are no towns. */
@Component
class DemoData implements SmartInitializingSingleton {

    private final Towns towns;

    DemoData(Accounts accounts) {
        this.towns = accounts.service().towns();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (towns.list(0, 1).isEmpty()) {
            towns.create("Perm", "Russia", 56.316666, 58.0);
            towns.create("Moscow", "Russia", 37.618423, 55.751244);
            towns.create("Saint Petersburg", "Russia", 30.308611, 59.9375);
            towns.create("Berlin", "Germany", 13.404954, 52.520008);
        }
    }
}
