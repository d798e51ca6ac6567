package dev.warren.gateway.outbound.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.event.WireJson;

/** A receipt as it lies in Redis: its wire name, a line break, its JSON. */
final class ReceiptText {
    private final ObjectMapper mapper = WireJson.mapper();
    private final EventTypes<ReceiptEvent> types = EventTypes.of(ReceiptEvent.class);

    byte[] write(ReceiptEvent receipt) {
        try {
            return (EventTypes.nameOf(receipt.getClass()) + "\n" + mapper.writeValueAsString(receipt)).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt cannot be written", e);
        }
    }

    /** @throws IllegalStateException when something else wrote there */
    ReceiptEvent read(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        int line = text.indexOf('\n');
        String name = line < 0 ? text : text.substring(0, line);
        var type = types.find(name);
        if (line < 0 || type.isEmpty()) {
            return types.unknown(name);
        }
        try {
            return mapper.readValue(text.substring(line + 1), type.get());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt in Redis cannot be read", e);
        }
    }
}
