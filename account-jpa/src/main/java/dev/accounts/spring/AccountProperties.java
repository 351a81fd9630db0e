package dev.accounts.spring;

import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.UserVisibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code accounts} in the configuration of a Spring Boot application. What is not set keeps the default of
 * the library (docs/settings.md). A policy that is a bean of the host replaces its settings.
 *
 * @param schema what to do with the tables at start; default: create them in an embedded database, check them in others
 * @param transactions whether the library works in transactions of its own, or in those of the host
 * @param visibility which accounts a user may look up
 * @param http the HTTP interface
 * @param jobs the recurring tasks
 * @param hashing what a password hash costs
 * @param tokens the tokens that users log in with
 * @param passwords the rules for passwords
 * @param emails the rules for addresses
 * @param factors the second factors
 * @param passkeys the passkeys
 * @param limits the limits on failed attempts and on what one client may do
 * @param audit the audit table
 */
@ConfigurationProperties("accounts")
public record AccountProperties(
        @Nullable Schema schema,
        @DefaultValue("own") Transactions transactions,
        @DefaultValue("everyone") Visibility visibility,
        @DefaultValue Http http,
        @DefaultValue Jobs jobs,
        @DefaultValue Hashing hashing,
        @DefaultValue Tokens tokens,
        @DefaultValue Passwords passwords,
        @DefaultValue Emails emails,
        @DefaultValue Factors factors,
        @DefaultValue @NestedConfigurationProperty PasskeyProperties passkeys,
        @DefaultValue Limits limits,
        @DefaultValue Audit audit) {

    /** What to do with the tables at start. */
    public enum Schema {
        /** Create what is missing. */
        CREATE,
        /** Refuse to start if something is missing. Flyway and Liquibase run before. */
        CHECK,
        /** Look at no table: they come later, or the user of the database may not read the catalog. */
        NONE
    }

    /** In whose transactions the library works. */
    public enum Transactions {
        /** In its own. */
        OWN,
        /** In those of the host: the entities are in the host's persistence unit, and {@code @Transactional} holds. */
        HOST
    }

    /** Which accounts a user may look up. A {@link UserVisibility} bean of the host replaces it. */
    public enum Visibility {
        /** Every account, as the API document says. */
        EVERYONE,
        /** The own account; staff may look up every account. */
        SELF_OR_STAFF
    }

    /**
     * The HTTP interface.
     *
     * @param enabled whether the application serves it
     * @param path what stands before /auth/ and /user/, such as /api; empty for nothing
     * @param created whether a registration answers 201, as Djoser does, and not 200
     * @param openapi whether the OpenAPI document is served at openapi.json below the path
     */
    public record Http(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("") String path,
            @DefaultValue("false") boolean created,
            @DefaultValue("true") boolean openapi) {}

    /**
     * The recurring tasks, on the scheduler of the application.
     *
     * @param enabled whether they run on this node; on several nodes they may run on all
     * @param purgeInterval how often obsolete rows are removed
     * @param purgeLimit the largest number of rows of each kind that one step removes; steps follow until fewer are left
     * @param deliveryInterval how often messages that wait are delivered, where the host has an AccountNotifier
     * @param deliveryLimit the largest number of messages that are delivered at a time
     */
    public record Jobs(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("10m") Duration purgeInterval,
            @DefaultValue("1000") int purgeLimit,
            @DefaultValue("10s") Duration deliveryInterval,
            @DefaultValue("100") int deliveryLimit) {}

    /**
     * What a password hash costs.
     *
     * @param memoryKib the memory of one hash in KiB
     * @param passes how often a hash goes over its memory
     * @param slots how many hashes run at once
     * @param maxWait how long a login waits for its turn before it is told busy
     */
    public record Hashing(
            @Nullable Integer memoryKib,
            @Nullable Integer passes,
            @Nullable Integer slots,
            @Nullable Duration maxWait) {}

    /**
     * The tokens that users log in with.
     *
     * @param lifetime how long a token is good
     * @param idleTimeout after how long without use a token expires; default: never
     * @param maxPerUser how many sessions a user may have
     * @param personal whether owners may issue personal tokens for scripts
     */
    public record Tokens(
            @Nullable Duration lifetime,
            @Nullable Duration idleTimeout,
            @Nullable Integer maxPerUser,
            @DefaultValue("false") boolean personal) {}

    /**
     * The rules for passwords.
     *
     * @param minLength the shortest password
     * @param contextWords words that a password must not resemble, such as the name of the application
     * @param resetLifetime how long a link that resets a password is good
     */
    public record Passwords(
            @Nullable Integer minLength,
            @DefaultValue List<String> contextWords,
            @Nullable Duration resetLifetime) {}

    /**
     * The rules for addresses.
     *
     * @param verification whether a user must verify the address before the first login
     * @param login whether users may log in with their verified address
     * @param newSourceMail whether users are told by mail of a login from a place that is new to their account
     * @param verificationLifetime how long a link that verifies an address is good
     */
    public record Emails(
            @DefaultValue("false") boolean verification,
            @DefaultValue("false") boolean login,
            @DefaultValue("false") boolean newSourceMail,
            @Nullable Duration verificationLifetime) {}

    /**
     * The second factors. {@link #toString} prints no key.
     *
     * @param requirement who may and who must have a second factor
     * @param issuer the name that apps for one-time codes show; default: the name of the application
     * @param freshness how old a proof may be for a change of factors
     * @param keys the keys that encrypt the seeds of one-time codes, by their ids: 16, 24 or 32 bytes in Base64; none is no app
     * @param currentKey the id of the key that encrypts, where there are several; the others only decrypt
     */
    public record Factors(
            @DefaultValue("offered") FactorPolicy.Requirement requirement,
            @Nullable String issuer,
            @Nullable Duration freshness,
            @DefaultValue Map<String, String> keys,
            @Nullable String currentKey) {

        @Override
        public String toString() {
            return "Factors[requirement=" + requirement + ", keys=" + keys.keySet() + "]";
        }
    }

    /**
     * The limits on failed attempts and on what one client may do.
     *
     * @param failures whether failed attempts at an account make the next ones wait
     * @param sources whether one client may do only so much in an hour
     */
    public record Limits(
            @DefaultValue("true") boolean failures,
            @DefaultValue("true") boolean sources) {}

    /**
     * The audit table.
     *
     * @param enabled whether events are kept there
     * @param retention for how long
     * @param forgetDeleted whether the entries of an account go with it
     */
    public record Audit(
            @DefaultValue("false") boolean enabled,
            @Nullable Duration retention,
            @DefaultValue("false") boolean forgetDeleted) {}
}
