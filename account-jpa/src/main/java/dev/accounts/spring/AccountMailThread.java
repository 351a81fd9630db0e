package dev.accounts.spring;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

/**
 * The thread that delivers messages right after the commit that queued them. It ends when it is idle. What its queue cannot hold
 * waits for {@link AccountJobs}.
 *
 * <p>It is no {@link Executor} itself: Spring Boot would take it for the executor of the application.
 */
final class AccountMailThread implements DisposableBean {

    private static final int QUEUE = 100;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ThreadPoolExecutor executor;

    AccountMailThread() {
        executor = new ThreadPoolExecutor(
                1, 1, IDLE.toSeconds(), TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), work -> {
                    Thread thread = new Thread(work, "account-mail");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    Executor executor() {
        return executor;
    }

    @Override
    public void destroy() {
        executor.shutdown();
    }
}
