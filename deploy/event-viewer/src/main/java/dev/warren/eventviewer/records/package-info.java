/** Records of Warren's topics: read by assignment, the newest kept, older ones looked up. */
@NullMarked
package dev.warren.eventviewer.records;

import org.jspecify.annotations.NullMarked;
