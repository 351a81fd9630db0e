package dev.accounts.internal.rules;

import dev.accounts.internal.text.Violations;
import dev.accounts.model.BusyException;
import dev.accounts.model.ViolationMessages;
import dev.accounts.password.BreachedPasswords.WhenUnavailable;
import dev.accounts.policy.PasswordPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Map.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports weak passwords: those that are similar to the person's data, too short, common, a context word of the host, or only
 * digits. Every broken rule is reported. A password that breaks none of them is then looked up in known breaches.
 *
 * <p>There is no other composition rule (OWASP ASVS 5.0, 6.2.5).
 */
public record PasswordRules(PasswordPolicy policy, ViolationMessages messages) {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordRules.class);

    private static final Duration RETRY_WHEN_UNAVAILABLE = Duration.ofMinutes(1);

    /**
     * Reports the rules that a password of bounded length breaks.
     *
     * @param field the field that the violations name
     * @param attributes the person's data by name, in the order of comparison; only the first similar one is reported
     * @throws BusyException if the breach check failed and the policy refuses passwords in that case
     */
    public void check(Violations violations, String field, CharSequence password, Map<String, String> attributes) {
        int[] lower = CodePoints.lower(password);
        try {
            LetterCounts letters = LetterCounts.of(lower);
            attributes.entrySet().stream()
                    .filter(attribute -> letters.areSimilarTo(attribute.getValue()))
                    .map(Entry::getKey)
                    .findFirst()
                    .ifPresent(name -> violations.add(field, "too_similar", messages.attribute(name)));
        } finally {
            Arrays.fill(lower, 0);
        }
        if (Character.codePointCount(password, 0, password.length()) < policy.minLength()) {
            violations.add(field, "too_short", Integer.toString(policy.minLength()));
        }
        if (CommonPasswords.contains(password) || isContextWord(password)) {
            violations.add(field, "too_common");
        }
        if (!password.isEmpty() && password.codePoints().allMatch(Digits::isDigit)) {
            violations.add(field, "entirely_numeric");
        }
        if (!violations.has(field) && isBreached(password)) {
            violations.add(field, "breached");
        }
    }

    private boolean isContextWord(CharSequence password) {
        int[] form = CodePoints.searchForm(password);
        try {
            return policy.contextWords().stream().anyMatch(word -> Arrays.equals(CodePoints.searchForm(word), form));
        } finally {
            Arrays.fill(form, 0);
        }
    }

    private boolean isBreached(CharSequence password) {
        try {
            return policy.breached().map(check -> check.contains(password)).orElse(false);
        } catch (Exception | LinkageError e) {
            // The message may contain the password, so only the type is logged. A check written in another language,
            // such as Kotlin, can throw checked exceptions.
            LOG.warn(
                    "the check against breached passwords failed: {}",
                    e.getClass().getName());
            if (policy.whenUnavailable() == WhenUnavailable.REFUSE) {
                throw new BusyException(RETRY_WHEN_UNAVAILABLE);
            }
            return false;
        }
    }
}
