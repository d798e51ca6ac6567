package dev.warren.embed.providers;

/** Who may be asked at all, and who hears what came of it: breakers, sites that a guild does not want, metrics. */
public interface Gate {
    /** Everybody may be asked, and nobody listens. */
    Gate OPEN = new Gate() {
        @Override
        public boolean mayAsk(Provider provider) {
            return true;
        }

        @Override
        public void told(Provider provider, Told told) {}
    };

    boolean mayAsk(Provider provider);

    /** Called once for each provider that was asked, in the order in which they were. */
    void told(Provider provider, Told told);
}
