/** Start with {@link dev.accounts.example.AccountConfiguration}: it wires accounts into a Spring Boot application. */
package dev.accounts.example;
