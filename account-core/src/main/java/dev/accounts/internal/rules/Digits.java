package dev.accounts.internal.rules;

/** Recognises digits: the decimal digits, and characters that only look like one, such as ² or ①. */
final class Digits {

    /** First and last code point of each run of characters whose Unicode numeric type is Digit. */
    private static final int[][] DIGIT_TYPE = {
        {0xB2, 0xB3},
        {0xB9, 0xB9},
        {0x1369, 0x1371},
        {0x19DA, 0x19DA},
        {0x2070, 0x2070},
        {0x2074, 0x2079},
        {0x2080, 0x2089},
        {0x2460, 0x2468},
        {0x2474, 0x247C},
        {0x2488, 0x2490},
        {0x24EA, 0x24EA},
        {0x24F5, 0x24FD},
        {0x24FF, 0x24FF},
        {0x2776, 0x277E},
        {0x2780, 0x2788},
        {0x278A, 0x2792},
        {0x10A40, 0x10A43},
        {0x10E60, 0x10E68},
        {0x11052, 0x1105A},
        {0x1F100, 0x1F10A},
    };

    private Digits() {}

    static boolean isDigit(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return true;
        }
        for (int[] run : DIGIT_TYPE) {
            if (codePoint >= run[0] && codePoint <= run[1]) {
                return true;
            }
        }
        return false;
    }
}
