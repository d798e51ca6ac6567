/** Every topic: name, payload, key, partitions, retention. The one place where they are described. */
@NullMarked
package dev.warren.schemas.topics;

import org.jspecify.annotations.NullMarked;
