package dev.accounts.jpa.faults;

import dev.accounts.jpa.faults.Findings.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.service.AccountService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Compares histories with what the service says now, by way of its public operations and a look at the tables. */
public final class Inspector {

    private static final int THREADS = 6;

    private final AccountService service;
    private final Histories histories;
    private final Tables tables;
    private final Outcomes outcomes;

    private Inspector(Host host, Histories histories, Outcomes outcomes) throws SQLException {
        this.service = host.service();
        this.histories = histories;
        this.outcomes = outcomes;
        this.tables = Tables.of(host.pool());
    }

    /** Looks at accounts after a fault, while no client is at work. */
    public static void inspect(Host host, Histories histories, boolean all, Outcomes outcomes)
            throws SQLException, InterruptedException {
        Inspector inspector = new Inspector(host, histories, outcomes);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> looks = new ArrayList<>();
        try {
            for (History history : histories.all()) {
                if (all || history.isTouched()) {
                    looks.add(threads.submit(() -> inspector.look(history)));
                }
            }
            for (Future<?> look : looks) {
                look.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
        inspector
                .tables
                .usersWithoutTowns()
                .forEach(name -> inspector.find(Kind.HALF, name + " is registered without towns"));
    }

    private void look(History history) {
        try {
            history.abandon();
            State seen = service.isRegistered(history.account()) ? observe(history) : State.NONE;
            judge(history, seen);
            history.settle(seen.exists() ? seen.withUnseenToken() : seen);
        } catch (RuntimeException e) {
            find(Kind.WRONG_REFUSAL, "the inspection of " + history.account() + " got " + e);
        }
    }

    private State observe(History history) {
        String account = history.account();
        Set<String> live = history.tokens().stream().filter(this::isLive).collect(Collectors.toUnmodifiableSet());
        List<String> working =
                history.passwords().stream().filter(p -> works(history, p)).toList();
        if (working.size() > 1) {
            find(Kind.LOST, account + " has two passwords that work");
        }
        if (history.isMailOwed() && !tables.hasMailWaiting(account)) {
            find(Kind.LOST, account + " was promised a link, which nobody got and which does not wait");
        }
        String password = working.isEmpty() ? "" : working.get(0);
        return new State(true, password, live, tables.tokens(account) - live.size());
    }

    private boolean isLive(String token) {
        try {
            service.me(token);
            return true;
        } catch (NotAuthenticatedException ended) {
            return false;
        }
    }

    private boolean works(History history, String password) {
        String token;
        try {
            token = service.login(history.account(), password).value();
        } catch (BadCredentialsException wrong) {
            return false;
        }
        long id = service.me(token).id();
        List<Long> towns = service.getUser(token, id).towns().stream().sorted().toList();
        if (!towns.equals(history.towns())) {
            find(Kind.HALF, history.account() + " has towns " + towns + " instead of " + history.towns());
        }
        return true;
    }

    private void judge(History history, State seen) {
        Set<State> possible = history.possible();
        if (possible.contains(seen)) {
            history.beforeDoubt().ifPresent(before -> outcomes.unknown(possible.size() > 1, !seen.equals(before)));
            return;
        }
        String what = history.account() + " is " + seen + " and should be one of " + possible;
        find(kind(possible.stream().filter(s -> s.exists() == seen.exists()).toList(), seen), what);
    }

    /** What kind of damage it is that an account is in none of its possible states. */
    private static Kind kind(List<State> possible, State seen) {
        if (possible.isEmpty()) {
            return seen.exists() ? Kind.REFUSED_YET_DONE : Kind.LOST;
        }
        if (possible.stream().noneMatch(state -> state.password().equals(seen.password()))) {
            return Kind.LOST;
        }
        if (!possible.stream().allMatch(state -> seen.tokens().containsAll(state.tokens())) && possible.size() == 1) {
            return Kind.LOST;
        }
        if (possible.stream().noneMatch(state -> state.tokens().containsAll(seen.tokens()))) {
            return Kind.UNDEAD;
        }
        if (possible.stream().allMatch(state -> state.tokenRows() < seen.tokenRows())) {
            return Kind.REFUSED_YET_DONE;
        }
        return possible.size() == 1 ? Kind.LOST : Kind.HALF;
    }

    private void find(Kind kind, String text) {
        histories.findings().add(kind, text);
    }
}
