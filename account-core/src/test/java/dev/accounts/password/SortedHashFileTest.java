package dev.accounts.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedHashFileTest {

    private static final long FIVE_GIB = 5L << 30;

    @TempDir
    private Path folder;

    @Test
    void a_line_beyond_the_reach_of_an_int_is_found_by_each_of_its_bytes() throws IOException {
        Path file = folder.resolve("sparse.txt");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap("\n5BAA61E4C9:12\r\n7C4A8D09CA\n".getBytes(US_ASCII)), FIVE_GIB);
        }

        try (SortedHashFile.Lines lines = new SortedHashFile.Lines(FileChannel.open(file))) {
            assertThat(lines.bytes()).isEqualTo(FIVE_GIB + 27);
            for (long position : LongStream.range(FIVE_GIB + 1, FIVE_GIB + 16).toArray()) {
                assertThat(lines.at(position))
                        .contains(new SortedHashFile.Line("5baa61e4c9", FIVE_GIB + 1, FIVE_GIB + 16));
            }
            assertThat(lines.at(FIVE_GIB + 16))
                    .contains(new SortedHashFile.Line("7c4a8d09ca", FIVE_GIB + 16, FIVE_GIB + 27));
            assertThat(lines.at(FIVE_GIB)).isEmpty();
            assertThat(lines.at(FIVE_GIB + 27)).isEmpty();
            assertThat(lines.at(FIVE_GIB + 1000)).isEmpty();
        }
    }
}
