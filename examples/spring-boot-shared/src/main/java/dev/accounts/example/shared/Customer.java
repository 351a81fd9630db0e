package dev.accounts.example.shared;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What the application keeps about a user. */
@Entity
class Customer {

    @Id
    private long userId;

    private String company = "";

    /** For Hibernate. */
    protected Customer() {}

    Customer(long userId, String company) {
        this.userId = userId;
        this.company = company;
    }

    long userId() {
        return userId;
    }

    String company() {
        return company;
    }
}
