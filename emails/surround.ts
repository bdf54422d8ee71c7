import { createContext } from 'react';

/** What stands around a mail's own words: it is the reader's and the relais's, not the template's. */
export type Surround = {
  /** What the coordinator puts above; paragraphs, plain text. */
  introduction: string | null;
  /** Where this kind of messages is stopped in one click; null: it cannot be. */
  stop: string | null;
  /** Does the mail carry the session as a calendar entry? Not to who reads her own calendar feed. */
  carriesEntry: boolean;
};

export const SurroundContext = createContext<Surround>({ introduction: null, stop: null, carriesEntry: true });
