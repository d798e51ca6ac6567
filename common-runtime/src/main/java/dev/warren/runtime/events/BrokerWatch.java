package dev.warren.runtime.events;

/** Is told when something of the broker is missing, and when it is there again. */
public interface BrokerWatch {
    /**
     * It is away.
     *
     * @param what {@code kafka}, or more exactly {@code kafka topic bot.answers}
     */
    void away(String what, String reason);

    void there(String what);

    /** Nobody watches. */
    static BrokerWatch none() {
        return new BrokerWatch() {
            @Override
            public void away(String what, String reason) {}

            @Override
            public void there(String what) {}
        };
    }
}
