package dev.accounts.example.micronaut;

import io.micronaut.runtime.Micronaut;

/** Starts the application. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Micronaut.run(Main.class, arguments);
    }
}
