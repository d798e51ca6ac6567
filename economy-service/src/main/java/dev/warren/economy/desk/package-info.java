/** How commands move coins: amounts as members write them, one transaction, its event, and what is said of it. */
@NullMarked
package dev.warren.economy.desk;

import org.jspecify.annotations.NullMarked;
