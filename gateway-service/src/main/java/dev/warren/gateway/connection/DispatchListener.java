package dev.warren.gateway.connection;

/** Takes events in the order in which Discord sent them. */
@FunctionalInterface
public interface DispatchListener {
    /**
     * Called on the thread that reads the socket and also reads heartbeat acknowledgements: hand the event over and return at once.
     * An exception is logged and the event counts as taken. READY and RESUMED are handed over like any other event.
     */
    void onDispatch(GatewayDispatch dispatch);
}
