package dev.accounts.internal.text;

import java.text.Normalizer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Folds the case of text for comparison, code point by code point. The result is the same in every locale.
 *
 * <p>This is Unicode's simple case folding. The dotless i remains as it is, and the dotted capital I keeps its dot, so that
 * neither equals a plain i. The letter ß does not equal ss.
 */
public final class CaseFolding {

    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final int DOTLESS_I = 0x131;

    /** More characters than any key has. */
    private static final int MAX_SEARCH = 1000;

    private CaseFolding() {}

    static String fold(String text) {
        // Some compatibility characters stand for capitals, which can be folded only after normalising.
        String normalised = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return Normalizer.normalize(each(normalised, CaseFolding::fold), Normalizer.Form.NFKC);
    }

    /** Folds the beginning of a text. The rest is cut off, because the time to normalise is quadratic in the length. */
    public static String foldBounded(String text) {
        int end = Math.min(text.length(), MAX_SEARCH);
        return fold(text.substring(0, end));
    }

    private static IntStream fold(int codePoint) {
        return codePoint == DOTLESS_I ? IntStream.of(codePoint) : lower(Character.toUpperCase(codePoint));
    }

    /** Converts a text to lower case, code point by code point: unlike a JDK's string, a capital sigma has one small form. */
    public static String lower(String text) {
        return each(text, CaseFolding::lower);
    }

    /** Returns the small form of a code point. The dotted capital I is the only one with a form of two code points. */
    public static IntStream lower(int codePoint) {
        return codePoint == CAPITAL_I_WITH_DOT
                ? IntStream.of('i', '\u0307')
                : IntStream.of(Character.toLowerCase(codePoint));
    }

    private static String each(String text, IntFunction<IntStream> change) {
        return text.codePoints()
                .flatMap(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
