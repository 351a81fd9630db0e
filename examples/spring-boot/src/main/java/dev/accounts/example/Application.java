package dev.accounts.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Starts the application. {@link JsonErrors} writes its errors instead of Spring's error page. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
public class Application {

    /**
     * Starts the application.
     *
     * @param args properties such as {@code --server.port=8901}
     */
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
