package dev.accounts.example;

/** The size of what a browser shows of a page. */
enum Screen {
    PHONE(390, 844),
    DESKTOP(1280, 800);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Returns a username that no test with another screen takes. */
    String user(String name) {
        return name + "-" + width;
    }
}
