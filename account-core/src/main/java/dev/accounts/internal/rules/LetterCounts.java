package dev.accounts.internal.rules;

import dev.accounts.internal.text.CaseFolding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts the letters of a password, to tell whether it is similar to a person's data. */
final class LetterCounts {

    private static final double MAX_SIMILARITY = 0.7;
    private static final Pattern NON_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private final Map<Integer, Integer> counts = new HashMap<>();
    private final int length;

    private LetterCounts(int[] lower) {
        this.length = lower.length;
        Arrays.stream(lower).forEach(letter -> counts.merge(letter, 1, Integer::sum));
    }

    static LetterCounts of(int[] lower) {
        return new LetterCounts(lower);
    }

    /** Whether an attribute of a person, or one of its words, has mostly the same letters. */
    boolean areSimilarTo(String attribute) {
        if (attribute.isEmpty()) {
            return false;
        }
        String lower = CaseFolding.lower(attribute);
        return isSimilar(lower) || NON_WORD.splitAsStream(lower).anyMatch(this::isSimilar);
    }

    private boolean isSimilar(String part) {
        int partLength = part.codePointCount(0, part.length());
        return 2.0 * shared(part) / (length + partLength) >= MAX_SIMILARITY;
    }

    private int shared(String part) {
        Map<Integer, Integer> rest = new HashMap<>(counts);
        int shared = 0;
        for (int letter : part.codePoints().toArray()) {
            int left = rest.getOrDefault(letter, 0);
            if (left > 0) {
                rest.put(letter, left - 1);
                shared++;
            }
        }
        return shared;
    }
}
