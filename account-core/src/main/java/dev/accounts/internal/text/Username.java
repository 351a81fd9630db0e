package dev.accounts.internal.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A username: the form that people see (NFKC), and the key that makes it unique.
 *
 * @param display the form that people see, 1 to 150 code points
 * @param key the same with its case folded
 */
public record Username(String display, String key) {

    public static final String FIELD = "username";

    private static final int MAX_CODE_POINTS = 150;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}_.@+-]+");

    /** Checks a wanted name and reports every problem; empty if there is a problem. */
    public static Optional<Username> check(Violations violations, String field, @Nullable String wanted) {
        if (!TextForm.isPresent(violations, field, wanted) || wanted == null) {
            return Optional.empty();
        }
        String stripped = Texts.strip(wanted);
        boolean fits = !Texts.isLongerThan(stripped, MAX_CODE_POINTS);
        String display = fits ? Normalizer.normalize(stripped, Normalizer.Form.NFKC) : stripped;
        if (!isAllowed(stripped) || !isAllowed(display)) {
            violations.add(field, "invalid");
        }
        TextForm.check(violations, field, fits ? display : stripped, MAX_CODE_POINTS);
        return violations.has(field) ? Optional.empty() : Optional.of(of(display));
    }

    /** Returns the key of a name that was typed at a login; empty if no account can have the name. */
    public static Optional<String> lookUpKey(@Nullable String given) {
        // The length is checked first, because the time to normalise is quadratic in it.
        return Optional.ofNullable(given)
                .map(Texts::strip)
                .filter(stripped -> !Texts.isLongerThan(stripped, MAX_CODE_POINTS) && isAllowed(stripped))
                .map(stripped ->
                        of(Normalizer.normalize(stripped, Normalizer.Form.NFKC)).key());
    }

    /** Whether the name looks like an address other than the owner's. */
    public boolean looksLikeAnotherAddress(Optional<String> ownEmailKey) {
        Optional<String> asAddress = EmailAddress.lookUpKey(display);
        return asAddress.isPresent() && !asAddress.equals(ownEmailKey);
    }

    private static Username of(String display) {
        return new Username(display, CaseFolding.fold(display));
    }

    private static boolean isAllowed(String text) {
        return ALLOWED.matcher(text).matches() && text.codePoints().noneMatch(Texts.INVISIBLE::contains);
    }
}
