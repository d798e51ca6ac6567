package dev.warren.memory.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The memory through the official TypeScript SDK, which is fetched once; without Node or npm this is not run, and says so. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class TypeScriptSdkIT {
    private static final Path FOLDER = Path.of("target", "mcpjs").toAbsolutePath();
    private static final String PACKAGE = "@modelcontextprotocol/sdk";
    private static final int PATIENCE_SECONDS = 60;

    @Test
    void typeScriptSdk_withAToken_listsCallsAndIsRefusedWithAnother() throws Exception {
        install();

        var told = run();

        assertThat(told(told, "tools").getJsonArray("names"))
                .containsExactly("forget", "profile", "recall", "remember");
        assertThat(told(told, "remember").getBoolean("error")).isFalse();
        assertThat(new JsonObject(told(told, "remember").getString("text")).getInteger("number"))
                .isEqualTo(1);
        assertThat(told(told, "recall").getString("text")).contains("I keep bees on the roof");
        assertThat(told(told, "wrong").getBoolean("error")).isTrue();
        assertThat(told(told, "wrong").getString("text")).startsWith("Text must have letters or digits");
        assertThat(told(told, "profile").getString("text")).isEqualTo("{}");
        assertThat(told(told, "foreign").getBoolean("refused")).isTrue();
    }

    private static JsonObject told(Map<String, JsonObject> all, String what) {
        return Optional.ofNullable(all.get(what)).orElseThrow(() -> new AssertionError("nothing was told of " + what));
    }

    private Map<String, JsonObject> run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        "node",
                        Path.of("src", "test", "resources", "mcp", "client.mjs").toString())
                .redirectError(FOLDER.resolve("client.err").toFile());
        builder.environment()
                .putAll(Map.of(
                        "NODE_FOLDER", FOLDER.toString(),
                        "MCP_URL", Passes.server().resolve("/mcp").toString(),
                        "MCP_TOKEN", Passes.of(Passes.member())));
        var process = builder.start();
        var lines = process.inputReader(UTF_8).lines().filter(line -> line.startsWith("{"));
        var told =
                lines.map(JsonObject::new).collect(Collectors.toMap(it -> it.getString("what"), Function.identity()));
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(FOLDER.resolve("client.err"))).isEmpty();
        return told;
    }

    private static void install() throws IOException, InterruptedException {
        notRunUnless(runs("node", "--version"), "Node is not there");
        if (Files.exists(FOLDER.resolve("node_modules").resolve(PACKAGE).resolve("package.json"))) {
            return;
        }
        notRunUnless(runs("npm", "--version"), "npm is not there");
        Files.createDirectories(FOLDER);
        notRunUnless(
                runs(
                        "npm",
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefix",
                        FOLDER.toString(),
                        PACKAGE + "@1"),
                "npm could not install " + PACKAGE);
    }

    private static void notRunUnless(boolean possible, String why) {
        if (!possible) {
            System.out.println("NOT RUN: TypeScriptSdkIT: " + why);
        }
        Assumptions.assumeTrue(possible, why);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
