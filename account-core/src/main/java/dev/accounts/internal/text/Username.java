package dev.accounts.internal.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A username: the form that people see (NFKC), and the key that makes it unique. A name is judged in the form that people see,
 * so that a letter may come composed or with combining marks.
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
        String display = normalised(stripped).orElse(stripped);
        if (!isAllowed(display)) {
            violations.add(field, "invalid");
        }
        TextForm.check(violations, field, display, MAX_CODE_POINTS);
        return violations.has(field) ? Optional.empty() : Optional.of(of(display));
    }

    /** Returns the key of a name that was typed at a login; empty if no account can have the name. */
    public static Optional<String> lookUpKey(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(Texts::strip)
                .flatMap(Username::normalised)
                .filter(Username::isAllowed)
                .map(display -> of(display).key());
    }

    /** Normalises a name; empty if it is too long, because the time to normalise is quadratic in the length. */
    private static Optional<String> normalised(String name) {
        return Texts.isLongerThan(name, MAX_CODE_POINTS)
                ? Optional.empty()
                : Optional.of(Normalizer.normalize(name, Normalizer.Form.NFKC));
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
