package dev.warren.economy.verification;

import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** What {@code warren ledger verify} asks. It changes nothing and names nobody. */
@Path("/ledger/reports")
public class LedgerResource {
    private final Verification verification;

    LedgerResource(Verification verification) {
        this.verification = verification;
    }

    /** As it is read elsewhere. */
    public record Told(
            String guild,
            long transactions,
            long blocks,
            long accounts,
            long supply,
            String head,
            boolean proved,
            List<String> faults) {
        static Told of(Report report) {
            return new Told(
                    report.guild().toString(),
                    report.transactions(),
                    report.blocks(),
                    report.accounts(),
                    report.supply(),
                    report.head().hex(),
                    report.isProved(),
                    report.faults());
        }
    }

    /** Proves the ledger of one guild, or all of them. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<List<Told>> reports(@QueryParam("guild") Optional<String> guild) {
        var reports = guild.map(GuildId::of)
                .map(one -> Multi.createFrom()
                        .uni(verification.of(one))
                        .onItem()
                        .transformToMultiAndConcatenate(
                                found -> Multi.createFrom().items(found.stream())))
                .orElseGet(verification::all);
        return reports.map(Told::of).collect().asList();
    }
}
