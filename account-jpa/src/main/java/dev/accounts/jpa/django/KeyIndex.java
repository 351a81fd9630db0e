package dev.accounts.jpa.django;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may have a key, in 24 to 48 bytes for each: only a hash of the key is kept, so that an answer is to be checked. Not
 * thread-safe.
 */
final class KeyIndex {

    private static final int INITIAL_CAPACITY = 1024;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[INITIAL_CAPACITY];

    /** The holder beside each hash; 0 where there is none. */
    private long[] holders = new long[INITIAL_CAPACITY];

    private int size;

    /** Keeps a holder, whose id is positive. */
    void add(String key, long holder) {
        if (size >= holders.length / 3 * 2) {
            grow();
        }
        insert(hash(key), holder);
        size++;
    }

    /** All who may have a key. */
    List<Long> candidates(String key) {
        List<Long> candidates = new ArrayList<>(1);
        long hash = hash(key);
        for (int i = slot(hash); holders[i] != 0; i = next(i)) {
            if (hashes[i] == hash) {
                candidates.add(holders[i]);
            }
        }
        return candidates;
    }

    private void insert(long hash, long holder) {
        int i = slot(hash);
        while (holders[i] != 0) {
            i = next(i);
        }
        hashes[i] = hash;
        holders[i] = holder;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldHolders = holders;
        hashes = new long[oldHashes.length * 2];
        holders = new long[oldHolders.length * 2];
        for (int i = 0; i < oldHolders.length; i++) {
            if (oldHolders[i] != 0) {
                insert(oldHashes[i], oldHolders[i]);
            }
        }
    }

    private int slot(long hash) {
        return (int) (hash >>> 32 ^ hash) & (holders.length - 1);
    }

    private int next(int slot) {
        return slot + 1 & holders.length - 1;
    }

    private static long hash(String key) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
