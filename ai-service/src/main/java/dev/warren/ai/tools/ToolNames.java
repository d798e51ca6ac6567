package dev.warren.ai.tools;

/** What tools are called, by models and by the offline default alike. */
public final class ToolNames {
    public static final String CALCULATE = "calculate";
    public static final String TIME = "time_now";
    public static final String RECALL = "memory_recall";
    public static final String REMEMBER = "remember";
    public static final String SEARCH = "web_search";
    public static final String PRICE = "crypto_price";
    public static final String SERVER = "server_information";
    public static final String CHANNELS = "list_channels";
    public static final String MEMBER = "member_information";
    public static final String MESSAGES = "recent_messages";
    public static final String IMAGE = "draw_image";

    private ToolNames() {}
}
