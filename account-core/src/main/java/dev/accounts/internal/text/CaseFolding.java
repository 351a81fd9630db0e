package dev.accounts.internal.text;

import java.text.Normalizer;

/**
 * Folds the case of text for comparison, code point by code point. The result is the same in every locale.
 *
 * <p>This is Unicode's simple case folding. The dotless i remains as it is, and the dotted capital I keeps its dot, so that
 * neither equals a plain i. The letter ß does not equal ss.
 */
public final class CaseFolding {

    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final String I_WITH_DOT = "i\u0307";
    private static final int DOTLESS_I = 0x131;

    /** More characters than any key has. */
    private static final int MAX_SEARCH = 1000;

    private CaseFolding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        // Some compatibility characters stand for capitals, which can be folded only after normalising.
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(codePoint -> {
            if (codePoint == CAPITAL_I_WITH_DOT) {
                folded.append(I_WITH_DOT);
            } else {
                folded.appendCodePoint(fold(codePoint));
            }
        });
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** Folds the beginning of a text. The rest is cut off, because the time to normalise is quadratic in the length. */
    public static String foldBounded(String text) {
        int end = Math.min(text.length(), MAX_SEARCH);
        return fold(text.substring(0, end));
    }

    private static int fold(int codePoint) {
        return codePoint == DOTLESS_I ? codePoint : Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** Converts a text to lower case, code point by code point: unlike a JDK's string, a capital sigma has one small form. */
    public static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (codePoint == CAPITAL_I_WITH_DOT) {
                lower.append(I_WITH_DOT);
            } else {
                lower.appendCodePoint(Character.toLowerCase(codePoint));
            }
        });
        return lower.toString();
    }
}
