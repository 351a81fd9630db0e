package dev.accounts.jpa.beside;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An entity of a host, whose table and columns the host's settings name. */
@Entity
class HostNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long noteId;

    String noteText = "";

    protected HostNote() {}

    HostNote(String text) {
        noteText = text;
    }
}
