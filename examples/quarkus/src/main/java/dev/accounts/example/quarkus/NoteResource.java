package dev.accounts.example.quarkus;

import dev.accounts.Accounts;
import dev.accounts.model.Registration;
import dev.accounts.quarkus.AccountTokenMechanism;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** The application's own paths: for everyone, for callers with a token, and for callers with a permission. */
@Path("/notes")
class NoteResource {

    private final Accounts accounts;
    private final EntityManager entityManager;

    NoteResource(Accounts accounts, EntityManager entityManager) {
        this.accounts = accounts;
        this.entityManager = entityManager;
    }

    /** What a new user sends: an account and a first note, both or neither of which are stored. */
    record SignUp(String username, String password, String text) {}

    /** Counts registrations by the address of the client, as the library does on its own path. */
    @POST
    @Transactional
    public void signUp(SignUp form, @Context HttpServerRequest request) {
        if (form == null) {
            throw new BadRequestException("The body is missing.");
        }
        Note note = new Note();
        note.userId = accounts.service()
                .from(request.remoteAddress().hostAddress())
                .register(Registration.of(form.username(), form.password()))
                .id();
        note.text = form.text();
        entityManager.persist(note);
    }

    @GET
    @Authenticated
    public List<String> own(@Context SecurityIdentity caller) {
        return entityManager
                .createQuery("select text from Note where userId = :user", String.class)
                .setParameter("user", AccountTokenMechanism.identityOf(caller).id())
                .getResultList();
    }

    @GET
    @Path("/all")
    @RolesAllowed("notes.read_all")
    public List<String> all() {
        return entityManager.createQuery("select text from Note", String.class).getResultList();
    }
}
