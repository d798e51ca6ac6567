/** Commands whose answer takes longer than a record may: noted with the record, answered afterwards. */
@NullMarked
package dev.warren.ai.errands;

import org.jspecify.annotations.NullMarked;
