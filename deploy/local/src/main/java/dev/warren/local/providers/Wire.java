package dev.warren.local.providers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** What the events of a stream look like. Sources: OpenAI's "Chat completion chunk", Anthropic's "Streaming messages". */
enum Wire {
    OPENAI {
        @Override
        List<String> begins() {
            return List.of();
        }

        @Override
        String says(String piece) {
            return chunk(choice -> choice.putObject("delta").put("content", piece));
        }

        @Override
        List<String> wishes(String tool, String arguments) {
            return List.of(chunk(choice -> {
                var call = choice.putObject("delta").putArray("tool_calls").addObject();
                call.put("index", 0).put("id", "call-1").put("type", "function");
                call.putObject("function").put("name", tool).put("arguments", arguments);
            }));
        }

        @Override
        List<String> ends(boolean wish, int words) {
            var last = MAPPER.createObjectNode();
            last.put("id", "scripted").put("object", "chat.completion.chunk").put("model", "scripted");
            last.putArray("choices");
            last.putObject("usage")
                    .put("prompt_tokens", PROMPT_TOKENS)
                    .put("completion_tokens", words)
                    .put("total_tokens", PROMPT_TOKENS + words);
            return List.of(
                    chunk(choice -> {
                        choice.putObject("delta");
                        choice.put("finish_reason", wish ? "tool_calls" : "stop");
                    }),
                    data(last),
                    "data: [DONE]\n\n");
        }

        private String chunk(Consumer<ObjectNode> filled) {
            var chunk = MAPPER.createObjectNode();
            chunk.put("id", "scripted").put("object", "chat.completion.chunk").put("model", "scripted");
            var choice = chunk.putArray("choices").addObject();
            choice.put("index", 0);
            filled.accept(choice);
            return data(chunk);
        }
    },
    ANTHROPIC {
        @Override
        List<String> begins() {
            var message = MAPPER.createObjectNode();
            message.put("type", "message_start");
            var inner = message.putObject("message");
            inner.put("id", "scripted")
                    .put("type", "message")
                    .put("role", "assistant")
                    .put("model", "scripted");
            inner.putArray("content");
            inner.putObject("usage").put("input_tokens", PROMPT_TOKENS).put("output_tokens", 0);
            var block = MAPPER.createObjectNode();
            block.put("type", "content_block_start").put("index", 0);
            block.putObject("content_block").put("type", "text").put("text", "");
            return List.of(event("message_start", message), event("content_block_start", block));
        }

        @Override
        String says(String piece) {
            var delta = MAPPER.createObjectNode();
            delta.put("type", "content_block_delta").put("index", 0);
            delta.putObject("delta").put("type", "text_delta").put("text", piece);
            return event("content_block_delta", delta);
        }

        @Override
        List<String> wishes(String tool, String arguments) {
            var begins = MAPPER.createObjectNode();
            begins.put("type", "content_block_start").put("index", 1);
            begins.putObject("content_block")
                    .put("type", "tool_use")
                    .put("id", "call-1")
                    .put("name", tool)
                    .putObject("input");
            var delta = MAPPER.createObjectNode();
            delta.put("type", "content_block_delta").put("index", 1);
            delta.putObject("delta").put("type", "input_json_delta").put("partial_json", arguments);
            return List.of(stop(0), event("content_block_start", begins), event("content_block_delta", delta), stop(1));
        }

        @Override
        List<String> ends(boolean wish, int words) {
            var delta = MAPPER.createObjectNode();
            delta.put("type", "message_delta");
            delta.putObject("delta").put("stop_reason", wish ? "tool_use" : "end_turn");
            delta.putObject("usage").put("output_tokens", words);
            var last = event("message_delta", delta);
            var stop = event("message_stop", MAPPER.createObjectNode().put("type", "message_stop"));
            return wish ? List.of(last, stop) : List.of(stop(0), last, stop);
        }

        private String stop(int index) {
            return event(
                    "content_block_stop",
                    MAPPER.createObjectNode().put("type", "content_block_stop").put("index", index));
        }

        private String event(String name, ObjectNode payload) {
            return "event: " + name + "\n" + data(payload);
        }
    };

    /** What every prompt is said to have. */
    static final int PROMPT_TOKENS = 50;

    static final ObjectMapper MAPPER = new ObjectMapper();

    abstract List<String> begins();

    abstract String says(String piece);

    abstract List<String> wishes(String tool, String arguments);

    abstract List<String> ends(boolean wish, int words);

    static String data(ObjectNode payload) {
        return "data: " + payload + "\n\n";
    }
}
