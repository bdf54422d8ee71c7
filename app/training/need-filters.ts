import { SUITS, type Suits } from './need-words.ts';

/** What narrows the needs of a page; absent: all. */
export type NeedFilters = {
  relais?: string;
  /** An id, or 'autres' for those in free words alone. */
  theme?: string;
  commune?: string;
  suits?: Suits;
};

/** The filters of an address; what is malformed is ignored: addresses are shared. */
export function readNeedFilters(query: URLSearchParams): NeedFilters {
  const text = (name: string) => query.get(name)?.trim() || undefined;
  const suits = SUITS.find(({ slug }) => slug === text('convient'))?.code;
  const [relais, theme, commune] = [text('relais'), text('theme'), text('commune')];
  return {
    ...(relais === undefined ? {} : { relais }),
    ...(theme === undefined ? {} : { theme }),
    ...(commune === undefined ? {} : { commune }),
    ...(suits === undefined ? {} : { suits }),
  };
}
