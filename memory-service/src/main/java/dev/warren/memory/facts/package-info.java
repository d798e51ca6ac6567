/** What is remembered about members, in sentences: told by them or proposed by the conversation, found again by meaning. */
@NullMarked
package dev.warren.memory.facts;

import org.jspecify.annotations.NullMarked;
