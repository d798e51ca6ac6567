package dev.warren.memory.mcp;

import dev.warren.memory.facts.KnownFact;
import dev.warren.memory.facts.MemberFacts;
import dev.warren.memory.profile.MemberProfiles;
import dev.warren.runtime.membertoken.MemberClaim;
import dev.warren.schemas.memory.MemoryRequestEvent.ForgetFacts;
import dev.warren.schemas.memory.MemoryRequestEvent.RememberFact;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The tools. Each acts for the member of the token that the call came with, and for nobody else. Answers are JSON. */
@ApplicationScoped
class MemoryTools {
    private static final int MOST = 10;
    private static final String FIVE = "5";

    private final McpConfig config;
    private final CurrentVertxRequest current;
    private final MemberFacts facts;
    private final MemberProfiles profiles;
    private final MemoryRequests requests;
    private final Calls calls;
    private final InstantSource clock;

    MemoryTools(
            McpConfig config,
            CurrentVertxRequest current,
            MemberFacts facts,
            MemberProfiles profiles,
            MemoryRequests requests,
            Calls calls,
            InstantSource clock) {
        this.config = config;
        this.current = current;
        this.facts = facts;
        this.profiles = profiles;
        this.requests = requests;
        this.calls = calls;
        this.clock = clock;
    }

    @Tool(
            description = "Remembers one fact about the member, in one sentence. What it contradicts is replaced.",
            annotations =
                    @Tool.Annotations(
                            title = "Remember",
                            readOnlyHint = false,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    Uni<String> remember(
            @ToolArg(description = "One sentence about the member, at most 500 characters, such as: I live in Hamburg")
                    String text) {
        return forMember("remember", claim -> {
            var tidy = tidied(text);
            return mayRemember(claim).chain(() -> {
                var wish = new RememberFact(claim.guild(), claim.user(), tidy, clock.instant());
                var id = requests.id(claim, "remember", tidy);
                return requests.publish(claim, id, wish)
                        .chain(done -> done
                                ? facts.because(claim.user(), id).map(MemoryTools::remembered)
                                : Uni.createFrom().item(accepted()));
            });
        });
    }

    /** Said at once, though the effect looks at it again. */
    private Uni<Void> mayRemember(MemberClaim claim) {
        return facts.isUnwanted(claim.user()).chain(unwanted -> {
            if (unwanted) {
                throw new ToolCallException("The member wants nothing kept of what they say.");
            }
            return facts.isFull(claim.user())
                    .invoke(full -> {
                        if (full) {
                            throw new ToolCallException("As many facts are remembered as may be; forget some first.");
                        }
                    })
                    .replaceWithVoid();
        });
    }

    private static String remembered(Optional<KnownFact> fact) {
        return fact.map(it -> json(it).put("status", "remembered").encode())
                .orElseThrow(() -> new ToolCallException("It was not kept."));
    }

    @Tool(
            description = "Finds what is remembered about the member that comes nearest to a question or to words.",
            annotations =
                    @Tool.Annotations(
                            title = "Recall",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    Uni<String> recall(
            @ToolArg(description = "What to look for, such as: where does the member live?") String query,
            @ToolArg(description = "How many at most, from 1 to 10", required = false, defaultValue = FIVE) int limit) {
        return forMember("recall", claim -> {
            if (limit < 1 || limit > MOST) {
                throw new ToolCallException("limit must be 1 to " + MOST + ", not " + limit + ".");
            }
            return facts.recall(claim.user(), tidied(query), limit)
                    .map(found -> new JsonObject()
                            .put(
                                    "facts",
                                    new JsonArray(found.stream()
                                            .map(fact -> json(fact).put("similarity", rounded(fact.similarity())))
                                            .toList()))
                            .encode());
        });
    }

    @Tool(
            description = "Forgets facts about the member for good, by the numbers that recall gives.",
            annotations =
                    @Tool.Annotations(
                            title = "Forget",
                            readOnlyHint = false,
                            destructiveHint = true,
                            idempotentHint = true,
                            openWorldHint = false))
    Uni<String> forget(@ToolArg(description = "The numbers of the facts, 1 to 100 of them") List<Integer> numbers) {
        return forMember("forget", claim -> {
            if (numbers.isEmpty()
                    || numbers.size() > ForgetFacts.MOST
                    || numbers.stream().anyMatch(number -> number < 1)) {
                throw new ToolCallException(
                        "numbers must be 1 to " + ForgetFacts.MOST + " numbers from 1, not " + numbers + ".");
            }
            return facts.holding(claim.user(), numbers).chain(there -> {
                if (there.isEmpty()) {
                    throw new ToolCallException("Nothing is remembered under these numbers.");
                }
                var asked = List.copyOf(new TreeSet<>(there));
                var wish = new ForgetFacts(claim.guild(), claim.user(), asked, clock.instant());
                var id = requests.id(claim, "forget", asked.toString());
                return requests.publish(claim, id, wish)
                        .map(done -> done
                                ? new JsonObject()
                                        .put("status", "forgotten")
                                        .put("numbers", new JsonArray(asked))
                                        .encode()
                                : accepted());
            });
        });
    }

    @Tool(
            description =
                    "What the member tells of themselves: name, bio, genre, influences, handles, timezone, language.",
            annotations =
                    @Tool.Annotations(
                            title = "Profile",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    Uni<String> profile() {
        return forMember(
                "profile",
                claim -> profiles.of(claim.user())
                        .map(told -> JsonObject.mapFrom(told).encode()));
    }

    private Uni<String> forMember(String tool, Function<MemberClaim, Uni<String>> work) {
        var claim = Optional.ofNullable(current.getCurrent())
                .flatMap(Guard::claim)
                .orElseThrow(() -> new ToolCallException("A member's token is needed."));
        return calls.counted(tool, config.atOnce(), () -> work.apply(claim));
    }

    private static String tidied(String text) {
        var tidy = MemberFacts.tidy(text);
        MemberFacts.wrong(tidy).ifPresent(why -> {
            throw new ToolCallException(why);
        });
        return tidy;
    }

    private static JsonObject json(KnownFact fact) {
        return new JsonObject()
                .put("number", fact.number())
                .put("text", fact.text())
                .put("since", fact.since().toString());
    }

    private static String accepted() {
        return new JsonObject().put("status", "accepted").encode();
    }

    private static double rounded(double similarity) {
        return Math.round(similarity * 1000) / 1000.0;
    }
}
