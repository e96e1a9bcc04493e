// What the language knows about one subject: its nouns, deeds, observations and small stories.

/**
 * One subject to write about. All clauses start in lower case and end without a mark, so that they
 * stand alone as a sentence as well as behind "I maintain that"; tales are finished sentences.
 * In every text `[a|b]` is a choice and `{who}`, `{place}`, `{topic}` are slots.
 */
export interface Topic {
  readonly name: string;
  /** Other names under which a persona may list the subject. */
  readonly aliases: readonly string[];
  /** Emoji, separated by spaces. */
  readonly emoji: string;
  /** Nouns that give the subject away, separated by spaces; a reply takes up one of them. */
  readonly nouns: string;
  /** Noun phrases with their article, separated by semicolons. */
  readonly things: string;
  /** What one does: infinitive, past and participle of the verb, then the rest. */
  readonly acts: readonly string[];
  readonly facts: readonly string[];
  readonly opinions: readonly string[];
  readonly tales: readonly string[];
  readonly joys: readonly string[];
  readonly woes: readonly string[];
  /** Clauses that fit behind "what if" and "I am fairly sure". */
  readonly fears: readonly string[];
  readonly questions: readonly string[];
}
