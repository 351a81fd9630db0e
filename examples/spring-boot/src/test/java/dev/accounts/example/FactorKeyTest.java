package dev.accounts.example;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.accounts.spi.factor.SecretCipher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FactorKeyTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(US_ASCII);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void choose_a_file() {
        file = folder.resolve("data").resolve("factor.key");
    }

    private static SecretCipher started(String file) throws IOException {
        return new FactorKey().secretCipher(file);
    }

    @Test
    void the_first_start_makes_the_key_and_the_next_one_uses_it() throws IOException {
        String stored = started(file.toString()).encrypt(SEED, "ana");
        byte[] key = Files.readAllBytes(file);

        assertThat(started(file.toString()).decrypt(stored, "ana")).hasValue(SEED);
        assertThat(file).hasBinaryContent(key);
        assertThat(key).hasSize(32);
        assertThat(file.getParent())
                .isDirectoryContaining("glob:**/factor.key")
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_its_owner_reads_the_file() throws IOException {
        started(file.toString());

        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void a_file_without_a_whole_key_stops_the_start_and_stays() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[16]);

        assertThatIllegalStateException()
                .isThrownBy(() -> started(file.toString()))
                .withMessage(file + " is no key of 32 bytes");
        assertThat(file).hasSize(16);
    }

    @Test
    void without_a_file_each_start_has_a_key_of_its_own() throws IOException {
        String stored = started("").encrypt(SEED, "ana");

        assertThat(started("").decrypt(stored, "ana")).isEmpty();
    }
}
