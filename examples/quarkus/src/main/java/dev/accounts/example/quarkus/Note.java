package dev.accounts.example.quarkus;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A row of the application that belongs to a user. */
@Entity
class Note {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    long userId;
    String text = "";
}
