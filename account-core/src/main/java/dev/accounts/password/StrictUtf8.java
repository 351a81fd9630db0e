package dev.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** Encodes secrets without ever putting a question mark for what is no Unicode, and leaves no copy behind. */
final class StrictUtf8 {

    /** With room for the longest encoding the encoder never grows a buffer of its own. */
    private static final int MAX_BYTES_PER_CHAR = 3;

    private StrictUtf8() {}

    /**
     * The bytes of a text; the caller wipes them.
     *
     * @throws IllegalArgumentException if the text is not well-formed; the message does not hold it
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
            throw new IllegalArgumentException("the password is no well-formed Unicode text");
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }
}
