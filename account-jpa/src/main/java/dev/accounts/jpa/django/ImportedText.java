package dev.accounts.jpa.django;

/** Texts that no rule of the library was applied to, made to fit their columns. */
final class ImportedText {

    private ImportedText() {}

    /** A text without NUL characters, which PostgreSQL does not hold, up to a number of code points. */
    static String fit(String text, int maxCodePoints) {
        String clean = text.replace("\0", "");
        return clean.codePointCount(0, clean.length()) <= maxCodePoints
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, maxCodePoints));
    }

    static boolean isCut(String text, int maxCodePoints) {
        return !fit(text, maxCodePoints).equals(text);
    }
}
