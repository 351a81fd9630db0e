package dev.accounts.jpa.faults;

import dev.accounts.jpa.faults.History.Answer;
import dev.accounts.jpa.faults.Operation.Kind;
import dev.accounts.model.AccountException;
import dev.accounts.model.BusyException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Does what people do with accounts, one operation after the other, with accounts that no other client uses. */
final class Client implements Runnable {

    private static final int ACCOUNTS = 20;
    private static final int HUNDRED = 100;
    private static final int REGISTER = 12;
    private static final int LOGIN = 45;
    private static final int LOGOUT = 65;
    private static final int CHANGE = 88;

    private final String prefix;
    private final Host host;
    private final Journal journal;
    private final List<History> mine;
    private final Random random = new Random();
    private int registered;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean ended;

    Client(String prefix, Host host, Journal journal, List<History> mine) {
        this.prefix = prefix;
        this.host = host;
        this.journal = journal;
        this.mine = new ArrayList<>(mine);
    }

    @Override
    public void run() {
        while (!ended) {
            step();
        }
    }

    void end() {
        ended = true;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    private void step() {
        int dice = random.nextInt(HUNDRED);
        Optional<History> account = dice < REGISTER ? Optional.empty() : anyCertain();
        if (account.isEmpty()) {
            register();
        } else {
            use(account.get(), account.get().certain().orElseThrow(), dice);
        }
    }

    private Optional<History> anyCertain() {
        mine.removeIf(history -> history.certain().filter(State::exists).isEmpty());
        return mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(random.nextInt(mine.size())));
    }

    private void use(History history, State state, int dice) {
        String account = history.account();
        if (dice < LOGIN || (state.tokens().isEmpty() && dice < CHANGE)) {
            ask(
                    Operation.of(Kind.LOGIN, account),
                    () -> host.service().login(account, state.password()).value());
        } else if (dice < LOGOUT) {
            String token = anyToken(state);
            ask(
                    new Operation(Kind.LOGOUT, account, token, Operation.NOTHING),
                    () -> done(() -> host.service().logout(token)));
        } else if (dice < CHANGE) {
            String token = anyToken(state);
            String wanted = newPassword();
            ask(
                    new Operation(Kind.CHANGE, account, token, wanted),
                    () -> done(() -> host.service().passwords().change(token, state.password(), wanted)));
        } else {
            reset(account);
        }
    }

    private void register() {
        String account = prefix + "x" + registered++;
        String password = newPassword();
        List<Long> towns = random.longs(0, host.towns().size())
                .distinct()
                .limit(1 + random.nextInt(host.towns().size() - 1))
                .mapToObj(i -> host.towns().get((int) i))
                .toList();
        String given = towns.stream().map(String::valueOf).collect(Collectors.joining(","));
        ask(
                new Operation(Kind.REGISTER, account, given, password),
                () -> done(() -> host.service()
                        .register(Registration.of(account, password)
                                .email(account + "@example.org")
                                .towns(towns))));
        mine.add(journal.histories().get(account));
        if (mine.size() > ACCOUNTS) {
            mine.remove(0);
        }
    }

    private void reset(String account) {
        ask(
                Operation.of(Kind.REQUEST, account),
                () -> done(() -> host.service().passwords().requestReset(account + "@example.org")));
        try {
            host.deliver(journal);
        } catch (StorageException e) {
            journal.refused(name(e));
        }
        Optional<OneTimeToken> link = host.takeLink(account);
        if (link.isPresent()) {
            String wanted = newPassword();
            ask(
                    new Operation(Kind.RESET, account, Operation.NOTHING, wanted),
                    () -> done(() -> host.service()
                            .passwords()
                            .reset(link.get().uid(), link.get().value(), wanted)));
        }
    }

    private void ask(Operation operation, Supplier<String> call) {
        journal.begin(operation);
        Answer answer;
        String value = Operation.NOTHING;
        try {
            value = call.get();
            answer = Answer.DONE;
        } catch (AccountException e) {
            answer = refused(operation, e);
        } catch (RuntimeException | Error e) {
            journal.finding(Findings.Kind.WRONG_REFUSAL, operation.kind() + " threw " + e);
            answer = Answer.UNKNOWN;
        }
        journal.end(operation.account(), answer, value);
        if (answer == Answer.DONE) {
            acknowledged.incrementAndGet();
        }
    }

    private Answer refused(Operation operation, AccountException e) {
        journal.refused(name(e));
        boolean temporary = e instanceof StorageException || e instanceof BusyException;
        // A link may have expired, or a newer one may have replaced it.
        if (!temporary && operation.kind() != Kind.RESET) {
            journal.finding(Findings.Kind.WRONG_REFUSAL, operation + " got " + e);
        }
        return e instanceof StorageException storage && storage.outcome() == Outcome.UNKNOWN
                ? Answer.UNKNOWN
                : Answer.REFUSED;
    }

    private static String name(AccountException e) {
        String name = e.getClass().getSimpleName();
        return e instanceof StorageException storage ? name + " " + storage.outcome() + " " + root(storage) : name;
    }

    private static String root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException said
                ? said.getSQLState()
                : root.getClass().getSimpleName();
    }

    private static String done(Runnable call) {
        call.run();
        return Operation.NOTHING;
    }

    private String anyToken(State state) {
        List<String> tokens = List.copyOf(state.tokens());
        return tokens.get(random.nextInt(tokens.size()));
    }

    private String newPassword() {
        return "Kx9-" + Long.toString(random.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX);
    }
}
