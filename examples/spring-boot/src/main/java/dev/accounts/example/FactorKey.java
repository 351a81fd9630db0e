package dev.accounts.example;

import dev.accounts.spi.factor.SecretCipher;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the key for the seeds of one-time codes in a file beside the database. Not for production: who copies the folder
 * has the key and what it encrypts. A real application has no such class. It takes the key from its secret store, by
 * {@code accounts.factors.keys.<id>} or by a {@link SecretCipher} that asks a key management service.
 */
@Configuration(proxyBeanMethods = false)
class FactorKey {

    private static final int BYTES = 32;

    @Bean
    SecretCipher secretCipher(@Value("${accounts.key.file}") String file) throws IOException {
        byte[] key = file.isEmpty() ? random() : kept(Path.of(file));
        return SecretCipher.aesGcm("file", Map.of("file", key));
    }

    /** Reads the key, and makes one before if there is no file. */
    private static byte[] kept(Path file) throws IOException {
        if (Files.notExists(file)) {
            create(file.toAbsolutePath());
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new IllegalStateException("%s is no key of %d bytes".formatted(file, BYTES));
        }
        return key;
    }

    /** The file has its name only when it is complete, so that no start finds a part of a key. */
    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        // On POSIX systems, only the owner can read a temporary file.
        Path unnamed = Files.createTempFile(file.getParent(), "factor", ".part");
        try {
            Files.write(unnamed, random(), StandardOpenOption.SYNC);
            Files.move(unnamed, file);
        } catch (FileAlreadyExistsException another) {
            // Another start was faster, and its key counts.
            Files.delete(unnamed);
        }
    }

    private static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
