package dev.accounts.example.micronaut;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row of the application beside an account. */
@Entity
class Customer {

    @Id
    private long accountId;

    @Column(nullable = false, length = 20)
    private String city = "";

    Customer() {}

    Customer(long accountId, String city) {
        this.accountId = accountId;
        this.city = city;
    }
}
