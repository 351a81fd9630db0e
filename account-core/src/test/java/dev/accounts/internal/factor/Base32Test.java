package dev.accounts.internal.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base32Test {

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void texts_are_those_of_rfc_4648(String bytes, String text) {
        assertThat(Base32.encode(bytes.getBytes(US_ASCII))).isEqualTo(text);
    }

    @Test
    void high_bits_are_kept() {
        assertThat(Base32.encode(new byte[] {-1, -1, -1, -1, -1})).isEqualTo("77777777");
        assertThat(Base32.encode(new byte[] {-128, 0, 0, 0, 1})).isEqualTo("QAAAAAAB");
    }
}
