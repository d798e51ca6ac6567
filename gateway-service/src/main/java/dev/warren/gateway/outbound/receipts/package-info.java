/** What became of replies, answers and actions. The topic is the truth; Redis answers quickly and is filled from the topic when it was emptied. */
@NullMarked
package dev.warren.gateway.outbound.receipts;

import org.jspecify.annotations.NullMarked;
