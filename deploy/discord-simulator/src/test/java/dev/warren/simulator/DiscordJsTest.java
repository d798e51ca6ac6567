package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DiscordJsTest {
    private static final Path FOLDER = Path.of("target", "discordjs").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final List<JsonObject> told = new CopyOnWriteArrayList<>();

    @Test
    void discordJs_logsInRegistersCommandsAnswersAndResumes() throws Exception {
        install();
        DiscordSimulator simulator = Simulators.start();
        var members = new SimulatorClient(simulator.controlUri());
        Process bot = startBot(simulator);
        try {
            assertThat(tells("ready").getJsonArray("commands")).containsExactly("echo", "form");

            members.say("warren", "general", "Alice", "!panel");
            JsonObject panel = tells("panel");
            assertThat(panel.getInteger("seen")).isEqualTo(2);
            assertThat(panel.getInteger("reactions")).isEqualTo(1);

            String echo = members.command("warren", "general", "Alice", "echo", Map.of("text", "hey", "to", "Bob"));
            await().atMost(PATIENCE)
                    .until(() ->
                            !members.interaction(echo).getJsonArray("followUps").isEmpty());
            assertThat(members.interaction(echo).getJsonObject("message").getString("content"))
                    .isEqualTo("hey for bob");
            assertThat(members.interaction(echo).getBoolean("ephemeral")).isTrue();

            assertThat(members.autocomplete(
                            "warren", "general", "Alice", "echo", Optional.empty(), "text", Map.of("text", "he")))
                    .extracting(choice -> choice.getString("name"))
                    .containsExactly("One", "he");

            String form = members.command("warren", "general", "owner", "form", Map.of());
            await().atMost(PATIENCE).until(() -> members.interaction(form).containsKey("response"));
            String modal = members.modal(form, "owner", Map.of("why", "so"));
            await().atMost(PATIENCE).until(() -> members.interaction(modal).containsKey("message"));
            assertThat(members.interaction(modal).getJsonObject("message").getString("content"))
                    .isEqualTo("because so");

            String message = members.messages("warren", "general").stream()
                    .filter(each -> each.getString("content").equals("panel"))
                    .findFirst()
                    .orElseThrow()
                    .getString("id");
            String press = members.component(message, "press", "Alice", List.of());
            await().atMost(PATIENCE).until(() -> members.interaction(press).containsKey("response"));

            members.fault("close-gateway", Map.of());
            members.say("warren", "general", "Alice", "while away");
            tells("resumed");
            await().atMost(PATIENCE)
                    .until(() -> told.stream().anyMatch(each -> "while away".equals(each.getString("content"))));

            assertThat(told).noneMatch(each -> each.getString("what").equals("error"));
            assertThat(members.violations()).isEmpty();
        } finally {
            bot.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            members.close();
            Simulators.stop(simulator);
        }
    }

    private JsonObject tells(String what) {
        await().atMost(PATIENCE)
                .until(() ->
                        told.stream().anyMatch(each -> each.getString("what").equals(what)));
        return told.stream()
                .filter(each -> each.getString("what").equals(what))
                .findFirst()
                .orElseThrow();
    }

    private Process startBot(DiscordSimulator simulator) throws IOException {
        var builder = new ProcessBuilder(
                        "node",
                        Path.of("src", "test", "resources", "discordjs", "bot.mjs")
                                .toString())
                .redirectError(FOLDER.resolve("bot.err").toFile());
        builder.environment()
                .putAll(Map.of(
                        "NODE_FOLDER", FOLDER.toString(),
                        "REST_API", simulator.restUri().resolve("/api").toString(),
                        "CDN", simulator.cdnUri().toString(),
                        "BOT_TOKEN", Simulators.TOKEN));
        Process process = builder.start();
        Thread.ofVirtual()
                .start(() -> process.inputReader(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("{"))
                        .forEach(line -> told.add(new JsonObject(line))));
        return process;
    }

    /** Installs discord.js once; without Node or npm, or without a registry, the test is not run. */
    private static void install() throws IOException, InterruptedException {
        if (Files.exists(FOLDER.resolve("node_modules/discord.js/package.json"))) {
            notRunUnless(runs("node", "--version"), "Node is not there");
            return;
        }
        notRunUnless(runs("node", "--version") && runs("npm", "--version"), "Node or npm is not there");
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
                        "discord.js@14"),
                "npm could not install discord.js");
    }

    private static void notRunUnless(boolean possible, String why) {
        if (!possible) {
            System.out.println("NOT RUN: DiscordJsTest: " + why);
        }
        Assumptions.assumeTrue(possible, why);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
