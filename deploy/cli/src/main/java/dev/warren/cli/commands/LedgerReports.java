package dev.warren.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.terminal.Screen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the economy service prove its ledgers, and shows what came of it. */
final class LedgerReports {
    static final String SERVICE = "economy-service";
    /** A ledger of some million transactions takes minutes. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Screen screen;

    LedgerReports(Screen screen) {
        this.screen = screen;
    }

    /** @param query of the address: empty, or which guild */
    int run(StackDirectory stack, String query) {
        var port = StackState.read(stack.state()).flatMap(state -> state.ports().find(SERVICE));
        if (port.isEmpty()) {
            screen.problem("this stack has no " + SERVICE);
            return 1;
        }
        return ask(URI.create("http://127.0.0.1:" + port.get() + "/ledger/reports" + query))
                .map(this::show)
                .orElse(1);
    }

    private Optional<JsonNode> ask(URI address) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return Optional.of(new JsonMapper().readTree(answer.body()));
            }
            screen.problem(SERVICE + " answers " + answer.statusCode() + ": see \"warren logs economy\"");
        } catch (IOException e) {
            screen.problem(SERVICE + " does not answer at " + address + ": see \"warren status\"");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private int show(JsonNode reports) {
        if (reports.isEmpty()) {
            screen.line("There is no ledger: no coin has moved.");
            return 0;
        }
        var rows = new ArrayList<List<String>>();
        var proved = true;
        for (var report : reports) {
            proved &= report.path("proved").asBoolean();
            rows.add(List.of(
                    report.path("guild").asText(),
                    report.path("transactions").asText(),
                    report.path("blocks").asText(),
                    report.path("supply").asText(),
                    report.path("proved").asBoolean() ? "proved" : "TAMPERED WITH",
                    report.path("head").asText()));
        }
        screen.table(List.of("GUILD", "TRANSACTIONS", "BLOCKS", "COINS", "LEDGER", "HEAD"), rows);
        for (var report : reports) {
            report.path("faults")
                    .forEach(fault -> screen.problem(report.path("guild").asText() + ": " + fault.asText()));
        }
        return proved ? 0 : 1;
    }
}
