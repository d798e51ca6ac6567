package dev.warren.memory.keys;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What {@code warren keys rotate} asks. */
@Path("/keys/rotations")
public class KeysResource {
    private final Vaults vaults;

    KeysResource(Vaults vaults) {
        this.vaults = vaults;
    }

    /** How many keys were wrapped anew. */
    public record Rotated(int keys) {}

    /** Rotates the master key and wraps all keys with the new one; what they seal is not read. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Rotated> rotate() {
        return vaults.rotate().map(Rotated::new);
    }
}
