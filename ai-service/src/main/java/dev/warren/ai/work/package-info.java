/** Work that takes longer than a record may: noted in the record's transaction, done afterwards, once. */
@NullMarked
package dev.warren.ai.work;

import org.jspecify.annotations.NullMarked;
