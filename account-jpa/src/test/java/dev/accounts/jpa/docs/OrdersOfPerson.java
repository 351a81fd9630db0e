package dev.accounts.jpa.docs;

import dev.accounts.spi.PersonalData;
import java.util.List;

/** Stands for the data that a host keeps about a person. */
record OrdersOfPerson() implements PersonalData {

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<String> export(long userId) {
        return List.of();
    }

    @Override
    public void erase(long userId) {}
}
