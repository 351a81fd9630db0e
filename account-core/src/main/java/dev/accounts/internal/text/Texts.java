package dev.accounts.internal.text;

import java.nio.CharBuffer;
import java.util.Set;

/** Examines and trims text by code points. The time of every method is linear in the length of the text. */
public final class Texts {

    /** Characters that show nothing: the Hangul fillers, two Khmer vowels, and the Braille cell without dots. */
    static final Set<Integer> INVISIBLE = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, 0x2800);

    private Texts() {}

    /** Removes white space at both ends: Unicode white space, and the ASCII separators U+001C to U+001F. */
    static String strip(String text) {
        return stripped(text).toString();
    }

    /** Returns what {@link #strip} leaves of a text. The result is a view, so that no secret is copied. */
    public static CharSequence stripped(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return CharBuffer.wrap(text, start, end);
    }

    public static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(Texts::isSpace);
    }

    public static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** Whether a text has more code points than allowed. It reads no more of the text than it needs. */
    public static boolean isLongerThan(CharSequence text, int codePoints) {
        return text.length() > 2L * codePoints
                || text.codePoints().limit(codePoints + 1L).count() > codePoints;
    }

    /** Whether a text shows something, and has no control characters and none that change the direction of writing. */
    static boolean isPrintable(CharSequence text) {
        return text.codePoints().anyMatch(Texts::isVisible)
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || isDirectional(c));
    }

    private static boolean isVisible(int codePoint) {
        return !isSpace(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && !INVISIBLE.contains(codePoint);
    }

    private static boolean isDirectional(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** Returns the beginning of a text without characters that do not print on one line. */
    public static String printable(String text, int maxCodePoints) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(10L * maxCodePoints)
                .filter(c -> !Character.isISOControl(c) && !isDirectional(c) && !isSurrogate(c))
                .limit(maxCodePoints)
                .forEach(shown::appendCodePoint);
        return strip(shown.toString());
    }

    public static boolean isWellFormed(CharSequence text) {
        return text.codePoints().noneMatch(Texts::isSurrogate);
    }

    /** Whether a code point is an unpaired surrogate: {@code codePoints()} joins pairs. */
    static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
