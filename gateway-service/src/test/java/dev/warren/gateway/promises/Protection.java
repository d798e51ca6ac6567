package dev.warren.gateway.promises;

/** What keeps the promise that nothing is lost and nothing is posted twice. */
public enum Protection {
    /** What became of a reply, in Redis. */
    MARK,
    /** What became of a reply, in its topic, from which Redis is filled when it was emptied. */
    RECEIPT,
    /** The receipt that is written before the post. */
    INTENT,
    /** By which Discord knows a post again. */
    NONCE,
    /** The bot's own message as the socket tells it, with its nonce. */
    ECHO,
    /** The look at what stands in the channel. */
    HISTORY,
    /** The session that goes on under the shard's next owner. */
    RESUME,
    /** What is read back where a session is gone. */
    GAP
}
