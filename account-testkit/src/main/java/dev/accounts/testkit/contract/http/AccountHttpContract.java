package dev.accounts.testkit.contract.http;

import dev.accounts.Accounts;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.Towns;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves that a running host answers the HTTP contract of {@link dev.accounts.http.AccountHttp}, including the host's routing
 * of all methods, its JSON mapper and its error pages.
 *
 * <p>The recorded cases register fixed usernames. Each run needs a fresh database that holds what {@link #createFixtures} creates
 *
 * <ul>
 *   <li>the towns 1 Perm (longitude 56.316666, latitude 58.0), 2 Moscow (37.618423, 55.751244) and 3 Saint Petersburg (30.308611,
 *       59.9375), all in Russia, and 4 Berlin (13.404954, 52.520008) in Germany;
 *   <li>user 1 {@code inactive} (in@x.org), not active, and user 2 {@code root} (root@x.org), staff and superuser, both with the
 *       password {@value #FIXTURE_PASSWORD}.
 * </ul>
 *
 * <p>Beside the recorded cases, bodies in an unknown or malformed charset are refused with 415.
 *
 * <p>A host that limits the rate of requests must allow about 570 of them from one address, among them 200 registrations. A host
 * that passes the client's address builds its account system with {@code withoutSourceLimits()} for this test. {@code
 * README.txt} beside the cases describes them and lists where they differ from Djoser.
 */
public abstract class AccountHttpContract {

    /** The password of the two users that must exist. */
    protected static final String FIXTURE_PASSWORD = "str0ng-Pass-9";

    /** For the test of a host. */
    protected AccountHttpContract() {}

    /**
     * Creates the four towns that must exist, with the required ids if the database is new.
     *
     * @param towns the towns of the system under test
     */
    protected static void createTowns(Towns towns) {
        towns.create("Perm", "Russia", 56.316666, 58.0);
        towns.create("Moscow", "Russia", 37.618423, 55.751244);
        towns.create("Saint Petersburg", "Russia", 30.308611, 59.9375);
        towns.create("Berlin", "Germany", 13.404954, 52.520008);
    }

    /**
     * Creates the towns and the users that must exist, in the account system of a host with a new database.
     *
     * @param system the system under test; a host builds it with {@code withoutSourceLimits()} if it passes addresses
     */
    protected static void createFixtures(Accounts system) {
        createTowns(system.service().towns());
        User inactive = system.service()
                .register(Registration.of("inactive", FIXTURE_PASSWORD).email("in@x.org"));
        User root = system.service()
                .register(Registration.of("root", FIXTURE_PASSWORD).email("root@x.org"));
        system.maintenance().appointSuperuser(root.id());
        system.administration().setActive(root.id(), inactive.id(), false);
    }

    /**
     * Returns the address of the API, such as {@code http://localhost:8080/api}, over plain HTTP.
     *
     * @return the base of all paths
     */
    protected abstract URI baseUrl();

    /**
     * Returns whether a filter of the host, such as Spring Security, judges requests before the library does. It may refuse paths
     * outside the contract and headers that are not ASCII in its own way: then any status from 400 to 404 is right for the seven
     * cases with such. Default: none does.
     *
     * @return whether a filter refuses in its own way
     */
    protected boolean isGuarded() {
        return false;
    }

    @TestFactory
    Stream<DynamicTest> is_answered() {
        RawHttpClient client = new RawHttpClient(baseUrl());
        Stream<DynamicTest> recorded = RecordedCase.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> one.replay(client, isGuarded())));
        Stream<DynamicTest> refused = OtherCharset.all()
                .map(body -> DynamicTest.dynamicTest(body.contentType(), () -> body.assertRefused(client)));
        return Stream.concat(recorded, refused);
    }
}
