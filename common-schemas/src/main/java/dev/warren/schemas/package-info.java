/** The words that services say to each other: records, sealed interfaces, ids, topics. No behaviour beyond checking themselves. */
@NullMarked
package dev.warren.schemas;

import org.jspecify.annotations.NullMarked;
