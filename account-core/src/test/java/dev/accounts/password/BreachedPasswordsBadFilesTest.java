package dev.accounts.password;

import static dev.accounts.password.HashFiles.BREACHED;
import static dev.accounts.password.HashFiles.lines;
import static dev.accounts.password.HashFiles.sha1;
import static dev.accounts.password.HashFiles.sorted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordsBadFilesTest {

    private HashFiles files;

    @BeforeEach
    void setUp(@TempDir Path folder) {
        files = new HashFiles(folder);
    }

    @Nested
    class AreRefused {

        @Test
        void when_they_cannot_be_read() {
            Path folder = files.folder();

            assertThatThrownBy(() -> BreachedPasswords.sortedFile(folder.resolve("none.txt")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(NoSuchFileException.class)
                    .hasMessageEndingWith("none.txt cannot be read");
            assertThatThrownBy(() -> BreachedPasswords.sortedFile(folder)).isInstanceOf(UncheckedIOException.class);
            assertThatNullPointerException()
                    .isThrownBy(() -> BreachedPasswords.sortedFile(null))
                    .withMessage("file");
        }

        @Test
        void when_they_are_empty() {
            assertThatIllegalArgumentException().isThrownBy(() -> files.of("")).withMessageEndingWith("is empty");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\n",
                    "password\n",
                    "password:5\n",
                    "5BAA61E4C\n",
                    "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8F\n",
                    "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:\n",
                    "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:x\n",
                    "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:-1\n",
                    "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8 5\n",
                    "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8;5\n",
                    " 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8\n",
                    "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8\n\n",
                    "\n5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8\n",
                    "5\u0000B\u0000A\u0000A\u0000\n\u0000",
                    "\u00B2BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8\n"
                })
        void when_they_hold_something_else_which_is_not_repeated(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.of(text))
                    .withMessageContaining("has no line HASH or HASH:count of 10 to 40 hexadecimal digits at byte ")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("BAA61", "password:"));
        }

        @Test
        void when_they_are_one_endless_line() {
            assertThatIllegalArgumentException().isThrownBy(() -> files.of("A".repeat(100_000)));
        }

        @Test
        void when_they_hold_hashes_of_ntlm() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.of("8846F7EAEE8FB117AD06BDD830B7586C:9\n"))
                    .withMessageContaining("NTLM");
        }

        @Test
        void when_they_are_ordered_by_count() {
            String byCount = IntStream.range(0, 1000)
                    .mapToObj(i -> sha1("password-" + i) + ":" + (5000 - i) + "\n")
                    .collect(Collectors.joining());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.of(byCount))
                    .withMessageContaining("is not sorted by hash at byte ");
        }

        @Test
        void when_they_mix_lengths() {
            String mixed = lines(BREACHED.subList(0, 3), "%S\n", 40) + lines(BREACHED.subList(3, 6), "%S\n", 39);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.of(mixed))
                    .withMessageContaining("has a hash of another length at byte ");
        }
    }

    @Nested
    class AreNoticedInALookUp {

        @ParameterizedTest
        @ValueSource(strings = {"xyz", "12", ""})
        void by_a_damaged_line_without_telling_which(String damage) {
            List<String> listed = sorted("password-", 5000);
            String hash = sha1(listed.get(1111));
            BreachedPasswords file =
                    files.of(lines(listed, "%S:1\n", 40).replace(hash, damage.isEmpty() ? "" : damage + hash));

            assertThatIllegalStateException()
                    .isThrownBy(() -> file.contains(listed.get(1111)))
                    .withNoCause()
                    .withMessageEndingWith("hashes.txt has a damaged line");
            assertThat(file.contains(listed.get(4000))).isTrue();
        }

        @Test
        void by_a_hash_of_another_length() {
            List<String> listed = sorted("password-", 5000);
            String hash = sha1(listed.get(1111));
            BreachedPasswords file = files.of(lines(listed, "%S:1\n", 40).replace(hash, hash.substring(0, 39)));

            assertThatIllegalStateException()
                    .isThrownBy(() -> file.contains(listed.get(1111)))
                    .withMessageEndingWith("hashes.txt has a damaged line");
        }

        @Test
        void when_they_went_bad_after_the_start() throws IOException {
            Path file = files.write(lines(BREACHED, "%S\n", 40));
            BreachedPasswords breached = BreachedPasswords.sortedFile(file);

            Files.writeString(file, "8846F7EAEE8FB117AD06BDD830B7586C:9\n");
            assertThatIllegalStateException().isThrownBy(() -> breached.contains("password"));
            Files.writeString(file, "");
            assertThatIllegalStateException().isThrownBy(() -> breached.contains("password"));
            Files.delete(file);
            assertThatThrownBy(() -> breached.contains("password")).isInstanceOf(UncheckedIOException.class);
        }
    }
}
