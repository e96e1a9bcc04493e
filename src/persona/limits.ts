// Bounds that the network sets.

/** A post has at most this many characters, as on X. */
export const MAX_POST_LENGTH = 280;
