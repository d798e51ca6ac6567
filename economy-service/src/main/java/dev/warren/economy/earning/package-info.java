/** How members come by coins: {@code /daily}, {@code /work}, and by writing. */
@NullMarked
package dev.warren.economy.earning;

import org.jspecify.annotations.NullMarked;
