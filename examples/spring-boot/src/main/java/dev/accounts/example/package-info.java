/** Start with {@code application.properties}: it sets what the Spring Boot application wants of its accounts. No class wires them. */
package dev.accounts.example;
