package dev.warren.gateway.inbound;

/** What goes before what when there is too much: commands, then what the gateway knows of guilds, then messages, then the rest. */
enum Rank {
    COMMAND(1.0),
    STRUCTURE(1.0),
    MESSAGE(0.8),
    REST(0.5);

    private final double share;

    Rank(double share) {
        this.share = share;
    }

    /** How full the queue may be, of 1, for this still to be taken. */
    double share() {
        return share;
    }

    /** The rank of Discord's event type; an unknown one is of no interest. */
    static Rank of(String type) {
        return switch (type) {
            case "INTERACTION_CREATE" -> COMMAND;
            case "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK" -> MESSAGE;
            default ->
                type.startsWith("GUILD_MEMBER_") || type.startsWith("MESSAGE_REACTION_") || type.startsWith("VOICE_")
                        ? REST
                        : STRUCTURE;
        };
    }
}
