package dev.accounts.password;

import static dev.accounts.password.HashFiles.BREACHED;
import static dev.accounts.password.HashFiles.lines;
import static dev.accounts.password.HashFiles.sha1;
import static dev.accounts.password.HashFiles.sorted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordsTest {

    private static final List<String> OTHERS =
            List.of("", "Password", "password ", "12345", "pass?word?", "xK9#mQ2z", "river stone", "0", "zzz");

    private HashFiles files;

    @BeforeEach
    void setUp(@TempDir Path folder) {
        files = new HashFiles(folder);
    }

    @Nested
    class LookUp {

        @Test
        void finds_the_published_hash_of_a_password() {
            BreachedPasswords one = files.of("5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:9659365\n");

            assertThat(one.contains("password")).isTrue();
            assertThat(one.contains(CharBuffer.wrap("password".toCharArray()))).isTrue();
            assertThat(one.contains("Password")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "%s\n",
                    "%S\n",
                    "%s:42\n",
                    "%S:42\n",
                    "%S\r\n",
                    "%S:42\r\n",
                    "%s:1234567890123456789\r\n",
                    "\u00EF\u00BB\u00BF%S:1\r\n"
                })
        void finds_the_first_the_last_and_each_between_and_nothing_else(String form) {
            String text = lines(BREACHED, form, 40);

            assertFinds(files.of(text), BREACHED);
            assertFinds(files.of(text.stripTrailing()), BREACHED);
        }

        @ParameterizedTest
        @ValueSource(ints = {10, 11, 31, 33, 39})
        void finds_prefixes_of_any_length_but_that_of_ntlm(int digits) {
            assertFinds(files.of(lines(BREACHED, "%S\n", digits)), BREACHED);
            assertFinds(files.of(lines(BREACHED, "%s:7\r\n", digits)), BREACHED);
        }

        @Test
        void finds_a_prefix_that_stands_there_twice() {
            assertThat(files.of("5BAA61E4C9\n5BAA61E4C9\n").contains("password"))
                    .isTrue();
        }

        @Test
        void works_whatever_the_number_of_lines_and_their_lengths() {
            for (int count = 1; count <= BREACHED.size(); count++) {
                List<String> listed = BREACHED.subList(0, count);
                String uneven = listed.stream()
                        .map(password -> sha1(password) + ":" + "9".repeat(1 + password.length()) + "\n")
                        .collect(Collectors.joining());

                assertFinds(files.of(uneven), listed);
            }
        }

        @Test
        void agrees_with_a_set_over_a_hundred_thousand_lines() {
            Random counts = new Random(1);
            List<String> listed = sorted("password-", 100_000);
            BreachedPasswords file = files.of(listed.stream()
                    .map(password -> sha1(password) + ":" + (1 + counts.nextInt(1 << counts.nextInt(25))) + "\r\n")
                    .collect(Collectors.joining()));
            Set<String> set = Set.copyOf(listed);

            assertThat(IntStream.range(0, 4000).mapToObj(i -> "password-" + i * 50))
                    .allMatch(password -> file.contains(password) == set.contains(password))
                    .filteredOn(set::contains)
                    .hasSize(2000);
        }

        @Test
        void opens_the_file_anew_so_that_a_new_list_takes_effect() throws IOException {
            Path file = files.write(lines(List.of("password"), "%S\n", 40));
            BreachedPasswords breached = BreachedPasswords.sortedFile(file);
            assertThat(breached.contains("qwerty")).isFalse();

            Path newer = files.write(lines(List.of("password", "qwerty"), "%S:1\n", 16));
            Files.move(newer, file, StandardCopyOption.REPLACE_EXISTING);

            assertThat(breached.contains("qwerty")).isTrue();
        }

        @Test
        void refuses_half_a_character_and_never_takes_it_for_a_question_mark() {
            BreachedPasswords file = files.of(lines(List.of("?aaaaaaa"), "%S\n", 40));

            assertThat(file.contains("?aaaaaaa")).isTrue();
            assertThatIllegalArgumentException().isThrownBy(() -> file.contains("\uD800aaaaaaa"));
        }

        private void assertFinds(BreachedPasswords file, List<String> listed) {
            assertThat(BREACHED).filteredOn(file::contains).isEqualTo(listed);
            assertThat(OTHERS).noneMatch(file::contains);
        }
    }

    @Nested
    class Threads {

        private static final int COUNT = 8;

        @Test
        void look_up_at_the_same_time() throws Exception {
            List<String> listed = sorted("password-", 500);
            BreachedPasswords file = files.of(lines(listed, "%S:3\n", 40));
            ExecutorService threads = Executors.newFixedThreadPool(COUNT);
            try {
                List<Future<Boolean>> answers = IntStream.range(0, COUNT)
                        .mapToObj(i -> threads.submit(() -> listed.stream()
                                .allMatch(password -> file.contains(password) && !file.contains(password + "x"))))
                        .toList();

                for (Future<Boolean> answer : answers) {
                    assertThat(answer.get()).isTrue();
                }
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void that_are_interrupted_cannot_tell_and_disturb_no_later_look_up() {
            BreachedPasswords file = files.of(lines(BREACHED, "%S\n", 40));

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> file.contains("password"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(ClosedByInterruptException.class);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(file.contains("password")).isTrue();
        }
    }
}
