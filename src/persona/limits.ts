// Bounds that the network sets.

/** A post has at most this many characters, as X counts them. */
export const MAX_POST_LENGTH = 280;
