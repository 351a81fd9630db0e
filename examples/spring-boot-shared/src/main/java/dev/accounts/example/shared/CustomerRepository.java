package dev.accounts.example.shared;

import org.springframework.data.jpa.repository.JpaRepository;

/** Stores customers. */
interface CustomerRepository extends JpaRepository<Customer, Long> {}
