package dev.accounts.internal.text;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An email address: the form to which mail is sent, and the key that makes it unique. Both are empty if no address was given.
 *
 * @param address the address with a lower-case domain, at most 254 code points
 * @param key the address with its case folded and an ASCII domain
 */
public record EmailAddress(String address, Optional<String> key) {

    public static final String FIELD = "email";
    public static final EmailAddress NONE = new EmailAddress("", Optional.empty());

    private static final int MAX_CODE_POINTS = 254;

    /** The longest domain in its ASCII form (RFC 1035). An internationalised name is longer in ASCII than in Unicode. */
    private static final int MAX_DOMAIN = 253;

    private static final char IDEOGRAPHIC_FULL_STOP = '\u3002';

    /** The characters that separate the labels of a domain (RFC 3490, 3.1). */
    private static final String DOTS = ".\u3002\uFF0E\uFF61";

    private static final String ATOM = "[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]++";
    private static final String QUOTED_CHARACTERS = "\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f";
    private static final String QUOTED_TEXT = "[" + QUOTED_CHARACTERS + "]";
    private static final String QUOTED_PAIR = "\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f]";
    private static final Pattern LOCAL_PART =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+|\"(?:" + QUOTED_TEXT + "|" + QUOTED_PAIR + ")*+\"");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?\\.)+[0-9A-Za-z-]{2,63}(?<!-)");

    /** Checks an address and reports every problem; empty if there is a problem. A blank text gives {@link #NONE}. */
    public static Optional<EmailAddress> check(Violations violations, String given) {
        if (Texts.isBlank(given)) {
            return Optional.of(NONE);
        }
        String stripped = Texts.strip(given);
        TextForm.check(violations, FIELD, stripped, MAX_CODE_POINTS);
        if (TextForm.isFarTooLong(stripped, MAX_CODE_POINTS)) {
            return Optional.empty();
        }
        Optional<EmailAddress> email = parse(stripped);
        if (email.isEmpty()) {
            violations.add(FIELD, "invalid");
        }
        return violations.has(FIELD) ? Optional.empty() : email;
    }

    /** Returns the key of an address that was typed at a login; empty if the text is not an address. */
    public static Optional<String> lookUpKey(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(Texts::strip)
                .filter(stripped -> !Texts.isLongerThan(stripped, MAX_CODE_POINTS))
                .flatMap(EmailAddress::parse)
                .flatMap(EmailAddress::key);
    }

    /** Parses an address of bounded length, without trimming it; empty if the text is not an address. */
    public static Optional<EmailAddress> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0 || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        String domain = CaseFolding.lower(text.substring(at + 1));
        return asciiDomain(domain)
                .map(ascii -> new EmailAddress(
                        local + "@" + domain, Optional.of(CaseFolding.fold(unquoted(local)) + "@" + ascii)))
                // A few capitals become two characters in lower case.
                .filter(email -> text.length() >= email.address().length()
                        || !Texts.isLongerThan(email.address(), MAX_CODE_POINTS));
    }

    /** Returns the shortest spelling of a local part: quotes and backslashes that are not needed do not count (RFC 5321, 4.1.2). */
    private static String unquoted(String local) {
        if (!local.startsWith("\"")) {
            return local;
        }
        String content = local.substring(1, local.length() - 1).replaceAll("\\\\(.)", "$1");
        return LOCAL_PART.matcher(content).matches() && !content.startsWith("\"")
                ? content
                : '"' + content.replaceAll("[^" + QUOTED_CHARACTERS + "]", "\\\\$0") + '"';
    }

    /** Returns the ASCII form of a lower-case domain (RFC 3490); empty if the text is not a domain. */
    private static Optional<String> asciiDomain(String domain) {
        if (domain.equals("localhost") || DOMAIN.matcher(domain).matches() || IpLiteral.matches(domain)) {
            return Optional.of(domain);
        }
        try {
            return Optional.of(IDN.toASCII(domain))
                    .filter(ascii -> ascii.length() <= MAX_DOMAIN
                            && DOMAIN.matcher(ascii).matches()
                            && isSpelling(domain, ascii));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unconvertible) {
            return Optional.empty();
        }
    }

    /**
     * Whether a domain is its ASCII form in other characters. RFC 3490 also drops invisible characters, and replaces letters such
     * as ß by others; today's mail servers do not (RFC 5891), so that mail would go to another domain. Others of its characters
     * are dropped or refused today.
     */
    private static boolean isSpelling(String domain, String ascii) {
        if (domain.codePoints().anyMatch(c -> Texts.INVISIBLE.contains(c) || containsDot(c))) {
            return false;
        }
        String dotted = Normalizer.normalize(domain, Normalizer.Form.NFKC).replace(IDEOGRAPHIC_FULL_STOP, '.');
        return IDN.toUnicode(ascii).equals(dotted);
    }

    /** Whether a character, such as one of a numbered list, is another one with a dot. */
    private static boolean containsDot(int codePoint) {
        String character = Character.toString(codePoint);
        return !DOTS.contains(character)
                && Normalizer.normalize(character, Normalizer.Form.NFKC).contains(".");
    }
}
