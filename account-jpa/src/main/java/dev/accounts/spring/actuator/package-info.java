/**
 * Start with {@link dev.accounts.spring.actuator.AccountActuatorAutoConfiguration}: health and meters of the accounts for Spring
 * Boot Actuator.
 */
@NullMarked
package dev.accounts.spring.actuator;

import org.jspecify.annotations.NullMarked;
