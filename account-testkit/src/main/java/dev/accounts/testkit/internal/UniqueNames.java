package dev.accounts.testkit.internal;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes the names of one test unique in a database that many tests share. */
public final class UniqueNames {

    /** The cases use none of these letters in a password, so that no name resembles a password. */
    private static final String LETTERS = "bfgjkmpqvxyz";

    private static final int LENGTH = 13;

    private UniqueNames() {}

    /** A new random ending for names. */
    public static String suffix() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining("", "-", ""));
    }
}
