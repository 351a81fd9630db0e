package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Owners get in, even while strangers guess at their passwords all day (OWASP ASVS 5.0, 6.1.1; NIST SP 800-63B-4, 3.2.2). */
abstract class OwnerAccessCases {

    private static final Duration LINK_LIFE = Duration.ofMinutes(30);
    private static final Duration TICK = Duration.ofMinutes(5);

    /** The guesses that the defaults allow on the first day. */
    private static final int FIRST_DAY = 109;

    private final AccountsFixture fixture;

    OwnerAccessCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private String source(String name) {
        return fixture.unique(name);
    }

    private AccountService from(String name) {
        return fixture.service().from(source(name));
    }

    private String ana() {
        return fixture.unique("ana");
    }

    /** Someone who guesses as soon as it is allowed, on all nodes and from many sources, and asks for mails besides. */
    private final class Attacker {

        private final List<AccountService> nodes;
        private final int sources;
        private int sent;
        private int judged;

        Attacker(int nodes, int sources) {
            this.nodes = IntStream.range(0, nodes)
                    .mapToObj(node -> fixture.builder().build().service())
                    .toList();
            this.sources = sources;
        }

        /** Guesses until the refusal says to wait, and asks for a link. */
        Duration guess() {
            next().passwords().requestReset(fixture.email("ana"));
            while (true) {
                try {
                    next().login(ana(), WRONG_PASSWORD);
                } catch (BadCredentialsException e) {
                    judged++;
                } catch (TooManyAttemptsException e) {
                    return e.retryAfter();
                }
            }
        }

        private AccountService next() {
            sent++;
            return nodes.get(sent % nodes.size()).from(source("attacker" + sent % sources));
        }

        /** Goes on for a day; mails arrive at once, and the owner acts after each hour. */
        void attackForADay(Runnable mails, Consumer<Integer> owner) {
            Instant end = fixture.clock().instant().plus(Duration.ofDays(1));
            Instant nextHour = fixture.clock().instant().plus(Duration.ofHours(1));
            int hour = 0;
            while (fixture.clock().instant().isBefore(end)) {
                Duration wait = guess();
                mails.run();
                fixture.clock().advance(wait.compareTo(TICK) < 0 ? wait : TICK);
                if (!fixture.clock().instant().isBefore(nextHour)) {
                    owner.accept(++hour);
                    nextHour = nextHour.plus(Duration.ofHours(1));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 100", "3, 100"})
    void get_in_from_a_source_they_have_used_at_any_time_of_such_a_day(int nodes, int sources) {
        fixture.registered("ana");
        from("home").login(ana(), PASSWORD);
        Attacker attacker = new Attacker(nodes, sources);

        attacker.attackForADay(() -> {}, hour -> {
            new Guesses(from("home")).wrong(ana(), 1);
            assertThat(from("home").login(ana(), PASSWORD).value())
                    .as("hour %d", hour)
                    .isNotEmpty();
        });

        assertThat(attacker.judged).isBetween(90, FIRST_DAY + nodes - 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 100"})
    void get_in_from_another_source_within_the_life_of_a_link(int nodes, int sources) {
        User ana = fixture.registered("ana");
        List<OneTimeToken> mailbox = new ArrayList<>();
        Attacker attacker = new Attacker(nodes, sources);
        attacker.attackForADay(() -> deliver(ana, mailbox), hour -> {
            Instant asked = fixture.clock().instant();
            String here = "hotel" + hour;
            OneTimeToken link = link(ana, here, mailbox);
            attacker.guess();
            from(here).passwords().reset(link.uid(), link.value(), hour % 2 == 0 ? PASSWORD : NEW_PASSWORD);
            attacker.guess();

            assertThat(from(here)
                            .login(ana(), hour % 2 == 0 ? PASSWORD : NEW_PASSWORD)
                            .value())
                    .isNotEmpty();
            assertThat(Duration.between(asked, fixture.clock().instant())).isLessThanOrEqualTo(LINK_LIFE);
        });
    }

    /** Asks for a link and takes the newest in the mailbox, which may be one that the attacker has asked for. */
    private OneTimeToken link(User ana, String here, List<OneTimeToken> mailbox) {
        from(here).passwords().requestReset(ana.email());
        deliver(ana, mailbox);
        return mailbox.get(mailbox.size() - 1);
    }

    private void deliver(User ana, List<OneTimeToken> mailbox) {
        fixture.mail().to(ana.id()).forEach(message -> message.token().ifPresent(mailbox::add));
    }

    @Test
    void get_a_link_whenever_none_is_good() {
        User ana = fixture.registered("ana");
        for (int i = 0; i < 3; i++) {
            fixture.service().passwords().requestReset(ana.email());
        }
        fixture.mail().deliver();

        for (int i = 0; i < 50; i++) {
            fixture.clock().advance(LINK_LIFE);
            fixture.service().passwords().requestReset(ana.email());
            assertThat(fixture.mail().to(ana.id())).as("mail %d", i).hasSize(1);
        }
    }

    @Test
    void get_another_link_after_they_have_used_one() {
        User ana = fixture.registered("ana");
        for (int i = 0; i < 3; i++) {
            fixture.service().passwords().requestReset(ana.email());
        }
        fixture.mail().reset(fixture.mail().link(ana.id()), NEW_PASSWORD);
        fixture.mail().deliver();

        fixture.service().passwords().requestReset(ana.email());

        fixture.mail().reset(fixture.mail().link(ana.id()), PASSWORD);
    }

    /** Otherwise a neighbour behind the same address could guess without limit. */
    @Test
    void share_one_count_for_all_sources_that_they_have_used() {
        fixture.registered("ana");
        from("home").login(ana(), PASSWORD);
        from("work").login(ana(), PASSWORD);

        new Guesses(from("home")).wrong(ana(), 5);

        assertThat(new Guesses(from("work")).refused(ana())).isEqualTo(Duration.ofSeconds(1));
        assertThat(from("cafe").login(ana(), PASSWORD).value()).isNotEmpty();
    }

    @Test
    void clear_only_the_count_of_the_sources_they_use() {
        fixture.registered("ana");
        from("home").login(ana(), PASSWORD);
        new Guesses(from("attacker")).wrong(ana(), 5);

        from("home").login(ana(), PASSWORD);

        new Guesses(from("attacker")).refused(ana());
    }

    @Test
    void are_strangers_again_after_thirty_days_without_a_login() {
        fixture.registered("ana");
        from("home").login(ana(), PASSWORD);
        fixture.clock().advance(Duration.ofDays(29));
        from("home").login(ana(), PASSWORD);
        fixture.clock().advance(Duration.ofDays(30).minusNanos(1000));
        new Guesses(from("attacker")).wrong(ana(), 5);
        new Guesses(from("home")).wrong(ana(), 1);

        fixture.clock().advance(Duration.ofNanos(1000));

        new Guesses(from("home")).refused(ana());
    }

    @Test
    void are_known_from_ten_sources_at_most() {
        fixture.registered("ana");
        for (int i = 0; i <= 10; i++) {
            from("place" + i).login(ana(), PASSWORD);
            fixture.clock().advance(Duration.ofMinutes(1));
        }
        new Guesses(from("attacker")).wrong(ana(), 5);

        new Guesses(from("place0")).refused(ana());
        IntStream.rangeClosed(1, 5).forEach(i -> new Guesses(from("place" + i)).wrong(ana(), 1));
    }

    @Test
    void are_strangers_after_a_change_of_the_password_everywhere_but_where_they_made_it() {
        fixture.registered("ana");
        from("work").login(ana(), PASSWORD);
        String token = from("home").login(ana(), PASSWORD).value();
        from("home").passwords().change(token, PASSWORD, NEW_PASSWORD);
        new Guesses(from("attacker")).wrong(ana(), 5);

        new Guesses(from("work")).refused(ana());
        assertThat(from("home").login(ana(), NEW_PASSWORD).value()).isNotEmpty();
    }

    @Test
    void get_a_link_after_a_change_of_the_password_has_ended_those_that_strangers_asked_for() {
        User ana = fixture.verified("ana");
        String token = fixture.login("ana");
        for (int i = 0; i < 4; i++) {
            from("attacker").passwords().requestReset(ana.email());
        }
        fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD);
        fixture.mail().deliver();

        fixture.service().passwords().requestReset(ana.email());

        fixture.mail().reset(fixture.mail().link(ana.id()), PASSWORD);
    }

    @Test
    void know_no_source_where_the_host_passes_none() {
        fixture.registered("ana");
        fixture.login("ana");
        new Guesses(fixture.service()).wrong(ana(), 5);

        new Guesses(fixture.service()).refused(ana());
        assertThat(Guesses.refused(() -> fixture.login("ana"))).isEqualTo(Duration.ofSeconds(1));
    }
}
