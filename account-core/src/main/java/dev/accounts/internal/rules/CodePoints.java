package dev.accounts.internal.rules;

import dev.accounts.internal.text.CaseFolding;
import dev.accounts.internal.text.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Converts secrets to arrays of code points, which unlike strings can be wiped. The caller wipes the result. */
final class CodePoints {

    private static final int ASCII_LIMIT = 0x80;

    private CodePoints() {}

    /** Converts a secret to lower case. */
    static int[] lower(CharSequence text) {
        return text.codePoints().flatMap(CaseFolding::lower).toArray();
    }

    /** Converts a secret to lower case, strips white space at its ends, and replaces compatibility characters. */
    static int[] searchForm(CharSequence text) {
        int[] lower = text.codePoints()
                .flatMap(CodePoints::compatible)
                .flatMap(CaseFolding::lower)
                .toArray();
        int start = 0;
        int end = lower.length;
        while (start < end && Texts.isSpace(lower[start])) {
            start++;
        }
        while (end > start && Texts.isSpace(lower[end - 1])) {
            end--;
        }
        int[] stripped = Arrays.copyOfRange(lower, start, end);
        Arrays.fill(lower, 0);
        return stripped;
    }

    private static IntStream compatible(int codePoint) {
        return codePoint < ASCII_LIMIT
                ? IntStream.of(codePoint)
                : Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                        .codePoints();
    }
}
