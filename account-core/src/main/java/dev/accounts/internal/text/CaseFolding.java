package dev.accounts.internal.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Removes the case of text for comparison, code point by code point, the same in every locale.
 *
 * <p>Simple case folding of Unicode: the dotless i stays itself and the dotted capital I keeps its dot, so that neither is
 * taken for a plain i; ß is not taken for ss.
 */
public final class CaseFolding {

    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final int DOTLESS_I = 0x131;

    /** Longer than every key. */
    private static final int MAX_SEARCH = 1000;

    private CaseFolding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        // Some compatibility characters stand for capitals, which only then can be folded.
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(codePoint -> {
            if (codePoint == CAPITAL_I_WITH_DOT) {
                folded.append("i\u0307");
            } else {
                folded.appendCodePoint(fold(codePoint));
            }
        });
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** The folded beginning of a text of any length; normalising is quadratic in it. */
    public static String foldBounded(String text) {
        int end = Math.min(text.length(), MAX_SEARCH);
        return fold(text.substring(0, end));
    }

    private static int fold(int codePoint) {
        return codePoint == DOTLESS_I ? codePoint : Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** Lower case as people write it, in no particular language. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
