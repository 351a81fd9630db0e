package dev.accounts.example.quarkus;

class Hello {}
