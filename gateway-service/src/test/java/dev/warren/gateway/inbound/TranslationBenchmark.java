package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.ids.MessageId;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * Measures how much processor time a MESSAGE_CREATE takes from parsed JSON to the two encoded records, with and without a prefix.
 * Argument: messages (default 300,000). Prints one line of JSON for each.
 */
public final class TranslationBenchmark {
    private static final long FIRST_ID = 1_441_000_000_000_000_000L;

    private TranslationBenchmark() {}

    public static void main(String... arguments) {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        measure("talk", "good morning everybody, did you see what happened in the garden last night?", messages);
        measure("nearly-a-command", "!unheardof thing", messages);
        measure("command", "!rank", messages);
    }

    private static void measure(String name, String content, int messages) {
        var heard = new Heard();
        heard.known.announce("samples", 1, dev.warren.gateway.commands.Samples.all());
        heard.hear("GUILD_CREATE", Heard.document("guild-create"));
        var codec = new EventCodec();
        var data = Heard.document("message-create").put("content", content);
        data.remove("attachments");
        long bytes = run(heard, codec, data, messages / 3);
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        bytes += run(heard, codec, data, messages);
        double micros = (threads.getCurrentThreadCpuTime() - begun) / 1e3 / messages;
        System.out.printf(
                "{\"bench\":\"translation\",\"case\":\"%s\",\"microsPerMessage\":%.2f,\"bytes\":%d}%n",
                name, micros, bytes);
    }

    private static long run(Heard heard, EventCodec codec, ObjectNode data, int messages) {
        long bytes = 0;
        for (int i = 0; i < messages; i++) {
            data.put("id", new MessageId(FIRST_ID + i).toString());
            for (Outgoing<?> event : heard.hear("MESSAGE_CREATE", data)) {
                bytes += codec.encode(event, Optional.empty()).value().length;
            }
            heard.events.clear();
        }
        return bytes;
    }
}
