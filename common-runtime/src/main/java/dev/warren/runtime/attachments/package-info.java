/** Files that members attached. */
@NullMarked
package dev.warren.runtime.attachments;

import org.jspecify.annotations.NullMarked;
