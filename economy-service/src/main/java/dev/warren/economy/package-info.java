/**
 * The economy: coins whose every movement can be proved. The rooms are {@code ledger} (accounts, transactions, blocks), {@code
 * verification} (proving it), {@code desk} (how commands move coins), and the commands: {@code purse}, {@code earning}, {@code
 * richest}, {@code administration}.
 */
@NullMarked
package dev.warren.economy;

import org.jspecify.annotations.NullMarked;
