package dev.warren.memory.keys;

import com.google.crypto.tink.Aead;
import java.util.Optional;

/** Where the key is that wraps all others. Calls may wait for a disk or a network. */
interface MasterKey {
    /** How a person calls it: the file, or the address at the key management service. */
    String name();

    /**
     * As it is now; none where there is none yet.
     *
     * @throws UnusableMasterKey when what is there is none
     */
    Optional<Aead> load();

    /** Makes one where there is none; where somebody else was quicker, theirs. */
    Aead create();

    /** Begins a rotation: what it gives wraps with a new key, and unwraps what the old ones wrapped. */
    Aead renew();

    /** Ends a rotation: nothing is wrapped by an old key any more. */
    void forgetOld();
}
