/** When the bot speaks, what it knows of the conversation, and how a conversation ends. */
@NullMarked
package dev.warren.ai.conversation;

import org.jspecify.annotations.NullMarked;
