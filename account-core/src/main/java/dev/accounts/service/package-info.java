/**
 * Start with {@link dev.accounts.service.AccountService}: what a host calls.
 *
 * <p>Each actor has one interface: {@link dev.accounts.service.AccountService} for a person,
 * {@link dev.accounts.service.AccountAdministration} for staff, and {@link dev.accounts.service.AccountMaintenance} for
 * the host's scheduler. All of them are thread-safe.
 */
@NullMarked
package dev.accounts.service;

import org.jspecify.annotations.NullMarked;
