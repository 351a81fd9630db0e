package dev.accounts.password;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes files of hashes into a folder. */
record HashFiles(Path folder) {

    /** In the order of their hashes: 5BAA, 7C4A, A486, B1B3, E38A, F7C3. */
    static final List<String> BREACHED =
            List.of("password", "123456", "pass\u20ACword\uD83D\uDE00", "qwerty", "password1", "123456789");

    BreachedPasswords of(String text) {
        return BreachedPasswords.sortedFile(write(text));
    }

    /** A file of its own folder, always of the same name. */
    Path write(String text) {
        try {
            return Files.writeString(Files.createTempDirectory(folder, "list").resolve("hashes.txt"), text, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passwords of a name in the order of their hashes. */
    static List<String> sorted(String name, int count) {
        Map<String, String> byHash = new TreeMap<>();
        IntStream.range(0, count).mapToObj(i -> name + i).forEach(password -> byHash.put(sha1(password), password));
        return List.copyOf(byHash.values());
    }

    /** A line for each password: its first digits in a form that has %s for lower case or %S for upper case. */
    static String lines(List<String> passwords, String form, int digits) {
        return passwords.stream()
                .map(password -> String.format(
                        Locale.ROOT, form, sha1(password).substring(0, digits).toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
    }

    static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
