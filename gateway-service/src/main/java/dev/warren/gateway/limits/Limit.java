package dev.warren.gateway.limits;

/** What there may be too much of. */
public enum Limit {
    /** Of this command, as the service announced it. */
    COOLDOWN,
    /** Of commands by this member. */
    USER,
    /** Of commands in this guild. */
    GUILD,
    /** Of this command in this guild. */
    COMMAND
}
