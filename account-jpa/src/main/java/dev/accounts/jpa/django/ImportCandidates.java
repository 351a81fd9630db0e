package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames;
import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.django.ImportCandidate.Belongings;
import dev.accounts.jpa.internal.django.DjangoAddress;
import dev.accounts.jpa.internal.django.DjangoPage;
import dev.accounts.jpa.internal.django.DjangoToken;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.jpa.internal.django.StateDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what belongs to each user of a page. Not thread-safe. */
final class ImportCandidates {

    private final DjangoPage page;
    private final Set<Long> withToken = new HashSet<>();
    private final Map<Long, Map<String, Boolean>> verified = new HashMap<>();

    private ImportCandidates(DjangoPage page) {
        this.page = page;
        page.tokens().stream().map(DjangoToken::userId).forEach(withToken::add);
        page.addresses().forEach(this::add);
    }

    static List<ImportCandidate> of(DjangoPage page, ImportSettings settings) {
        ImportCandidates candidates = new ImportCandidates(page);
        return page.users().stream()
                .map(user -> ImportCandidate.of(user, candidates.belongings(user), settings))
                .toList();
    }

    private void add(DjangoAddress address) {
        AccountNames.email(address.email())
                .map(Name::key)
                .ifPresent(key -> verified.computeIfAbsent(address.userId(), any -> new HashMap<>())
                        .merge(key, address.verified(), Boolean::logicalOr));
    }

    private Belongings belongings(DjangoUser user) {
        Optional<Boolean> isVerified = AccountNames.email(user.email())
                .map(Name::key)
                .map(key -> verified.getOrDefault(user.id(), Map.of()).get(key));
        String links = new StateDigest()
                .addAll(page.links().groups().of(user.id()))
                .addAll(page.links().permissions().of(user.id()))
                .addAll(page.links().towns().of(user.id()))
                .hex();
        return new Belongings(isVerified, withToken.contains(user.id()), links);
    }
}
