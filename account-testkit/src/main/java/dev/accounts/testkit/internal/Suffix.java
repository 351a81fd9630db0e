package dev.accounts.testkit.internal;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Endings that make names a test's own in a database that many tests share. */
public final class Suffix {

    /** No letter of a password that the cases use, lest a name happens to be like one. */
    private static final String LETTERS = "bfgjkmpqvxyz";

    private static final int LENGTH = 13;

    private Suffix() {}

    public static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining("", "-", ""));
    }
}
