package dev.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** Encodes secrets in UTF-8. It refuses malformed text instead of replacing it by a question mark, and leaves no copy behind. */
final class StrictUtf8 {

    /** The longest encoding of a character. A buffer of that size never has to grow, which would leave a copy. */
    private static final int MAX_BYTES_PER_CHAR = 3;

    private StrictUtf8() {}

    /**
     * Encodes a text; the caller wipes the result.
     *
     * @throws IllegalArgumentException if the text is not well-formed; the message does not contain it
     */
    static byte[] encode(CharSequence text) {
        byte[] room = new byte[Math.multiplyExact(text.length(), MAX_BYTES_PER_CHAR)];
        try {
            ByteBuffer encoded = ByteBuffer.wrap(room);
            CoderResult result = UTF_8.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text), encoded, true);
            if (result.isError()) {
                result.throwException();
            }
            return Arrays.copyOf(room, encoded.position());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the password is not well-formed Unicode");
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }
}
