package dev.warren.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One event of the gateway, of a type known or unknown.
 *
 * @param type Discord's name of the event, such as {@code MESSAGE_CREATE}
 * @param sequence the number of the event in its session, from 1 upwards without holes
 * @param data the event's {@code d}, as parsed; the receiver owns it and nobody changes it afterwards
 * @param sessionId the session in which the sequence counts
 * @param receivedNanos {@link System#nanoTime()} when the frame had been read from the socket
 */
public record GatewayDispatch(String type, long sequence, JsonNode data, String sessionId, long receivedNanos) {}
