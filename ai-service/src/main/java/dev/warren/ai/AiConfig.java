package dev.warren.ai;

import dev.warren.ai.models.ModelClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of this service, under {@code warren.ai.}. */
@ConfigMapping(prefix = "warren.ai")
public interface AiConfig {
    /** Who runs models, by id. One is used when it is {@link Provider#enabled()}, or has a key. */
    Map<String, Provider> providers();

    Routing routing();

    Calls calls();

    Conversations conversations();

    Work work();

    Budget budget();

    Delivery delivery();

    Cache cache();

    Memory memory();

    /** One provider. */
    interface Provider {
        @WithDefault("openai")
        Protocol protocol();

        /** Where it is, to the version, without a slash at the end: {@code https://api.openai.com/v1}. */
        URI baseUrl();

        /** The key; it is never logged or shown. */
        Optional<String> key();

        /** Whether it is used without a key. */
        @WithDefault("false")
        boolean enabled();

        /** Its share where the routing is by weight. */
        @WithDefault("1")
        @Min(0)
        @Max(1000)
        int weight();

        /** How many of its streams may run at once. */
        @WithDefault("32")
        @Min(1)
        @Max(2000)
        int concurrent();

        /** How many questions may wait for one of those. */
        @WithDefault("64")
        @Min(0)
        @Max(10_000)
        int waiting();

        /** Its models, the preferred one first. */
        List<Model> models();
    }

    /** How a provider is spoken to. */
    enum Protocol {
        OPENAI,
        ANTHROPIC
    }

    /** A model as it is taken to be where its provider does not tell. */
    interface Model {
        String name();

        @WithDefault("quick")
        ModelClass type();

        @WithDefault("false")
        boolean tools();

        @WithDefault("false")
        boolean images();

        /** Tokens of prompt and answer together. */
        @WithDefault("8192")
        @Min(512)
        @Max(10_000_000)
        int context();

        /** Millionths of a US dollar for a million tokens that it reads. */
        @WithDefault("0")
        @Min(0)
        @Max(1_000_000_000_000L)
        long inputPrice();

        /** Millionths of a US dollar for a million tokens that it writes. */
        @WithDefault("0")
        @Min(0)
        @Max(1_000_000_000_000L)
        long outputPrice();
    }

    /** Who answers first. */
    interface Routing {
        /** The providers in the order in which they are asked; those that are not named come after, by id. */
        @WithDefault("openai,anthropic,openrouter,ollama,pollinations")
        List<@Pattern(regexp = "[a-z0-9-]{1,32}") String> order();

        @WithDefault("order")
        By by();

        /** Tries at one candidate, the first one among them. */
        @WithDefault("3")
        @Min(1)
        @Max(10)
        int tries();

        /** The pause before the second try; it doubles, with jitter. */
        @WithDefault("250ms")
        Duration firstPause();

        /** The longest pause; a provider that asks for a longer one is passed over. */
        @WithDefault("4s")
        Duration longestPause();

        /** Over how many calls a breaker reckons. */
        @WithDefault("10")
        @Min(2)
        @Max(1000)
        int breakerCalls();

        /** The part of them that fails when it opens. */
        @WithDefault("0.5")
        double breakerRatio();

        /** How long it stays open before a call is let through. */
        @WithDefault("30s")
        Duration breakerRest();

        /** How often providers that are out are looked after. */
        @WithDefault("15s")
        Duration probeEvery();

        /** How often providers are asked what their models are able to do. */
        @WithDefault("6h")
        Duration detectEvery();

        /** In order, or at random by weight. */
        enum By {
            ORDER,
            WEIGHT
        }
    }

    /** Limits of one call. */
    interface Calls {
        @WithDefault("5s")
        Duration connect();

        /** How long nothing at all may come, before the first byte or between two. */
        @WithDefault("30s")
        Duration silence();

        /** The longest that one answer may take. */
        @WithDefault("3m")
        Duration longest();

        /** Tokens that an answer may have. */
        @WithDefault("1024")
        @Min(16)
        @Max(100_000)
        int answerTokens();

        /** Characters that an answer may have; what is beyond is cut. */
        @WithDefault("16000")
        @Min(100)
        @Max(200_000)
        int answerCharacters();

        /** Rounds of tool calls in one answer. */
        @WithDefault("4")
        @Min(0)
        @Max(20)
        int toolRounds();

        /** How long all tools of one round may take. */
        @WithDefault("15s")
        Duration tools();
    }

    /** Conversations with members. */
    interface Conversations {
        /** How long one stays open after its last turn. */
        @WithDefault("60s")
        Duration open();

        /** The last turns that a model gets to read. */
        @WithDefault("8")
        @Min(0)
        @Max(100)
        int turns();

        /** How many messages up a chain of replies a model gets to read. */
        @WithDefault("5")
        @Min(0)
        @Max(50)
        int chain();

        /** How long the words of a channel's messages are kept for chains of replies, and those of turns after a conversation. */
        @WithDefault("1h")
        Duration words();

        /** How long a summary is kept for the next conversation. */
        @WithDefault("1d")
        Duration summary();

        /** Characters of a prompt; what is beyond is cut. */
        @WithDefault("8000")
        @Min(100)
        @Max(100_000)
        int promptCharacters();

        /** Turns that may wait in one conversation. */
        @WithDefault("3")
        @Min(1)
        @Max(100)
        int waiting();

        /** How long after it was asked a turn may still be begun. */
        @WithDefault("2m")
        Duration patience();

        /** How often it is looked which conversations are over. */
        @WithDefault("2s")
        Duration look();

        /** How many are ended at once. */
        @WithDefault("100")
        @Min(1)
        @Max(10_000)
        int batch();

        /** Fewest turns that are worth a summary by a model. */
        @WithDefault("2")
        @Min(1)
        @Max(100)
        int summarised();
    }

    /** Work beyond a record's transaction. */
    interface Work {
        /** Jobs that run at once in one instance. */
        @WithDefault("600")
        @Min(1)
        @Max(10_000)
        int concurrent();

        /** How often it is looked for jobs that an instance left behind. */
        @WithDefault("5s")
        Duration look();

        /** After which a job is another's, unless the lease is renewed. */
        @WithDefault("30s")
        Duration lease();

        /** Tries of one job, the first one among them. */
        @WithDefault("3")
        @Min(1)
        @Max(20)
        int attempts();

        /** How long it is known that a job was done; longer than the topics of what asks. */
        @WithDefault("8d")
        Duration known();
    }

    /** What may be spent in a day, in UTC. Guilds may set less. */
    interface Budget {
        @WithDefault("100000")
        @Min(0)
        long userTokens();

        @WithDefault("2000000")
        @Min(0)
        long guildTokens();

        @WithDefault("20000000")
        @Min(0)
        long allTokens();

        /** Millionths of a US dollar. */
        @WithDefault("500000")
        @Min(0)
        long userMoney();

        /** Millionths of a US dollar. */
        @WithDefault("5000000")
        @Min(0)
        long guildMoney();

        /** Millionths of a US dollar. */
        @WithDefault("20000000")
        @Min(0)
        long allMoney();

        /** When what was reserved and never settled counts as spent. */
        @WithDefault("10m")
        Duration settlesWithin();

        /** How often it is looked for such. */
        @WithDefault("1m")
        Duration sweepEvery();

        /** For how many days {@code /usage} shows costs, and how long they are kept. */
        @WithDefault("35")
        @Min(1)
        @Max(400)
        int days();
    }

    /** How answers reach the channel. */
    interface Delivery {
        /** The shortest between two edits of one message. */
        @WithDefault("1s")
        Duration edits();

        /** How often typing is shown again; Discord shows it for 10 s. */
        @WithDefault("8s")
        Duration typing();

        /** After which the persona says that it takes a while. */
        @WithDefault("5s")
        Duration loading();

        /** For how long an answer makes sense after it was asked. */
        @WithDefault("14m")
        Duration expiry();

        /** Discord's limit is 2,000. */
        @WithDefault("2000")
        @Min(200)
        @Max(2000)
        int characters();

        /** Messages that one answer may have. */
        @WithDefault("8")
        @Min(1)
        @Max(20)
        int parts();
    }

    /** Answers that are given again. */
    interface Cache {
        @WithDefault("10m")
        Duration keeps();

        /** The longest answer that is kept, in characters. */
        @WithDefault("8000")
        @Min(100)
        @Max(100_000)
        int characters();

        /** Answers of one guild that are kept. */
        @WithDefault("500")
        @Min(0)
        @Max(100_000)
        int entries();
    }

    /** The memory service's MCP server. */
    interface Memory {
        /** Where it is; without it nothing is recalled. */
        Optional<URI> url();

        /** What it wants to see; it is never logged or shown. */
        Optional<String> token();

        /** How long an answer waits for it. */
        @WithDefault("300ms")
        Duration patience();

        /** Characters of profile and facts that a model gets to read. */
        @WithDefault("2000")
        @Min(0)
        @Max(20_000)
        int characters();
    }
}
