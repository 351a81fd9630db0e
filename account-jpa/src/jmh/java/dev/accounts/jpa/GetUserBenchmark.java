package dev.accounts.jpa;

import dev.accounts.jpa.BenchmarkDatabase.Member;
import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@code getUser} of a user with three towns against the same three statements on one connection, written by hand. */
@State(Scope.Benchmark)
public class GetUserBenchmark {

    private static final String FIND = """
            select username, email, email_verified, first_name, last_name, is_active, is_staff,
                is_superuser, date_joined, last_login, days_count
            from account_user where id = ?""";

    private static final String FIND_RELATIONS = """
            select 'town', town_id, '' from account_user_town where user_id = ?
            union all
            select 'group', g.id, g.name from account_user_group ug join account_group g on g.id = ug.group_id
            where ug.user_id = ?
            union all
            select 'permission', p.id, p.code
            from account_user_permission up join account_permission p on p.id = up.permission_id
            where up.user_id = ?
            order by 2""";

    private final BenchmarkDatabase database = BenchmarkDatabase.SHARED;
    private final DataSource pool = database.pool();
    private final AccountService accounts = database.accounts();

    @Benchmark
    public User service() {
        Member member = database.anyMember();
        return accounts.getUser(member.token(), member.id());
    }

    @Benchmark
    public User byHand() throws SQLException {
        Member member = database.anyMember();
        try (Connection connection = pool.getConnection()) {
            MeBenchmark.owner(connection, member.token());
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setLong(1, member.id());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return user(connection, member.id(), row);
                }
            }
        }
    }

    private static User user(Connection connection, long id, ResultSet row) throws SQLException {
        UserRelations relations = relations(connection, id);
        return new User(
                id,
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(10, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getInt(11),
                relations.groups(),
                relations.permissions(),
                relations.towns());
    }

    private record UserRelations(List<Long> towns, List<Group> groups, List<Permission> permissions) {}

    private static UserRelations relations(Connection connection, long id) throws SQLException {
        UserRelations found = new UserRelations(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (PreparedStatement statement = connection.prepareStatement(FIND_RELATIONS)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                statement.setLong(parameter, id);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(row, found);
                }
            }
        }
        return found;
    }

    private static void add(ResultSet row, UserRelations found) throws SQLException {
        switch (row.getString(1)) {
            case "town" -> found.towns().add(row.getLong(2));
            case "group" -> found.groups().add(new Group(row.getLong(2), row.getString(3)));
            default -> found.permissions().add(new Permission(row.getLong(2), row.getString(3)));
        }
    }
}
