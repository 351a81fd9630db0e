/** Start with {@link dev.accounts.example.AccountConfiguration}, which wires accounts into a Spring Boot application. */
package dev.accounts.example;
