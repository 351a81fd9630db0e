package dev.accounts.jpa.internal.django;

/** Makes texts fit their columns, if no other rule of the library applies to them. */
public final class ImportedText {

    private ImportedText() {}

    /** Returns a text without NUL characters, which PostgreSQL cannot store, cut to a number of code points. */
    public static String fit(String text, int maxCodePoints) {
        String clean = text.replace("\0", "");
        return clean.codePointCount(0, clean.length()) <= maxCodePoints
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, maxCodePoints));
    }

    public static boolean isCut(String text, int maxCodePoints) {
        return !fit(text, maxCodePoints).equals(text);
    }
}
