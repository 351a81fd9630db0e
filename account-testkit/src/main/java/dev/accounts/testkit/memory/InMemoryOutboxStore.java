package dev.accounts.testkit.memory;

import dev.accounts.model.AccountMessage;
import dev.accounts.spi.Notice;
import dev.accounts.spi.OutboxStore;
import dev.accounts.testkit.memory.InMemoryTables.NoticeRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Notices in memory. */
record InMemoryOutboxStore(InMemoryTables tables) implements OutboxStore {

    @Override
    public void add(Optional<Long> userId, AccountMessage.Kind kind, String address, Instant now) {
        synchronized (tables) {
            if (userId.filter(id -> !tables.users.has(id)).isPresent()) {
                throw InMemoryTables.broken("there is no such user");
            }
            long id = tables.lastNotice.incrementAndGet();
            Instant due = userId.isPresent() ? now : Instant.MAX;
            tables.notices.put(id, new NoticeRow(new Notice(id, userId, kind, address, now, 0), due));
        }
    }

    @Override
    public List<Notice> claim(Instant now, Instant until, int limit) {
        synchronized (tables) {
            Set<Long> users = new HashSet<>();
            return tables.notices.stream()
                    .filter(row -> isDue(row, now) && !waits(row.notice()))
                    .filter(row -> row.notice().userId().map(users::add).orElse(true))
                    .limit(limit)
                    .toList()
                    .stream()
                    .map(row -> taken(row.notice(), now, until))
                    .toList();
        }
    }

    private static boolean isDue(NoticeRow row, Instant now) {
        return row.notice().userId().isPresent()
                && (!row.due().isAfter(now) || row.due().isAfter(now.plus(LONGEST_DELAY)));
    }

    private boolean waits(Notice notice) {
        return older(notice)
                .anyMatch(older -> older.address().equals(notice.address())
                        || (older.attempts() == 0
                                && older(older)
                                        .noneMatch(first -> first.address().equals(older.address()))));
    }

    /** The older notices for the same user. */
    private Stream<Notice> older(Notice notice) {
        return tables.notices.stream()
                .map(NoticeRow::notice)
                .takeWhile(other -> other.id() < notice.id())
                .filter(other -> notice.userId().isPresent() && other.userId().equals(notice.userId()));
    }

    private Notice taken(Notice before, Instant now, Instant until) {
        Notice taken = new Notice(
                before.id(),
                before.userId(),
                before.kind(),
                before.address(),
                before.createdAt().isAfter(now) ? now : before.createdAt(),
                before.attempts() + 1);
        tables.notices.put(taken.id(), new NoticeRow(taken, until));
        return taken;
    }

    @Override
    public boolean remove(Notice notice) {
        synchronized (tables) {
            return (!notice.kind().carriesToken() || held(notice).isPresent()) && tables.notices.remove(notice.id());
        }
    }

    @Override
    public boolean postpone(Notice notice, Instant due) {
        synchronized (tables) {
            Optional<Notice> held = held(notice);
            held.ifPresent(stored -> tables.notices.put(stored.id(), new NoticeRow(stored, due)));
            return held.isPresent();
        }
    }

    /** The notice, unless it is gone or another call has taken it since. */
    private Optional<Notice> held(Notice notice) {
        return tables.notices
                .find(notice.id())
                .map(NoticeRow::notice)
                .filter(stored -> stored.attempts() == notice.attempts());
    }

    @Override
    public Optional<Instant> oldest() {
        synchronized (tables) {
            return tables.notices.stream()
                    .map(NoticeRow::notice)
                    .filter(notice -> notice.userId().isPresent())
                    .map(Notice::createdAt)
                    .min(Comparator.naturalOrder());
        }
    }

    @Override
    public int purge(Instant before, int limit) {
        synchronized (tables) {
            return tables.notices.removeIf(
                    row -> row.notice().createdAt().isBefore(before)
                            || row.notice().userId().isEmpty(),
                    limit);
        }
    }
}
