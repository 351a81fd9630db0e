package dev.accounts.example;

import dev.accounts.Accounts;
import dev.accounts.service.Towns;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the towns that a new user may choose. */
@RestController
class TownsController {

    private final Towns towns;

    TownsController(Accounts accounts) {
        this.towns = accounts.service().towns();
    }

    @GetMapping(path = "/towns", produces = "application/json")
    List<TownChoice> towns() {
        return towns.list(0, Towns.MAX_PAGE).stream()
                .map(town -> new TownChoice(town.id(), town.name(), town.country()))
                .toList();
    }

    /** A town as the page shows it. */
    record TownChoice(long id, String name, String country) {}
}
