package dev.warren.gateway.outbound.sending;

/**
 * Discord's error codes that mean something here, and what receipts say of them. Source: Discord's API reference, "JSON Error Codes".
 * Discord's own words are not passed on, since they may quote what was sent.
 */
public final class Refusals {
    public static final int UNKNOWN_CHANNEL = 10003;
    public static final int UNKNOWN_MEMBER = 10007;
    public static final int UNKNOWN_MESSAGE = 10008;
    public static final int UNKNOWN_WEBHOOK = 10015;
    public static final int UNKNOWN_BAN = 10026;
    public static final int UNKNOWN_INTERACTION = 10062;
    public static final int ALREADY_ACKNOWLEDGED = 40060;
    public static final int NO_DIRECT_MESSAGES = 50007;
    public static final int INVALID_WEBHOOK_TOKEN = 50027;

    private Refusals() {}

    /** The code in a few words. */
    public static String words(int status, int code) {
        return switch (code) {
            case UNKNOWN_CHANNEL -> "the channel is gone";
            case 10004 -> "the guild is unknown";
            case UNKNOWN_MEMBER -> "the member is not there";
            case UNKNOWN_MESSAGE -> "the message is gone";
            case 10011 -> "the role is gone";
            case 10013 -> "the user is unknown";
            case 10014 -> "the emoji is unknown";
            case UNKNOWN_WEBHOOK -> "the webhook is gone";
            case UNKNOWN_BAN -> "the user is not banned";
            case UNKNOWN_INTERACTION -> "the interaction is over";
            case 20016, 20028 -> "slow mode or the channel's write limit holds it off";
            case 30007 -> "the channel has its most webhooks";
            case 40005 -> "the files are too large for Discord";
            case ALREADY_ACKNOWLEDGED -> "the interaction is already answered";
            case 50001 -> "the bot does not see it";
            case 50005 -> "the message is another author's";
            case NO_DIRECT_MESSAGES -> "the member takes no direct messages";
            case 50008 -> "the channel takes no messages";
            case 50013 -> "the bot lacks a permission";
            case INVALID_WEBHOOK_TOKEN -> "the token has run out";
            case 50034 -> "a message is older than 14 days";
            case 50035 -> "Discord takes no such form";
            case 50083 -> "the thread is archived";
            case 90001 -> "the member blocks reactions";
            default -> "Discord refused it with status " + status;
        };
    }
}
