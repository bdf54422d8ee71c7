/** What one visitor was just answered, and whoever asks the same may be answered too. */
export interface KeptPage {
  readonly headers: Readonly<Record<string, string | number | readonly string[]>>;
  /** HTML cut at what belongs to one answer only: its nonce and its number, in turn; else the whole body. */
  readonly body: HtmlPiece[] | Buffer;
}

/** A piece of text, or the place of the nonce or of the request's number. */
export type HtmlPiece = string | { readonly of: 'nonce' | 'requestId' };

type Marks = { readonly nonce: string; readonly requestId: string };

const MOST_BYTES = 16_000_000;

/** Pages that hold as long as the database shows the same rows and the same minute lasts: dates open and close. */
export class PageMemory {
  #state = '';
  #bytes = 0;
  readonly #pages = new Map<string, KeptPage>();

  /** @param state what the pages were made from; any other forgets them all */
  find(state: string, address: string): KeptPage | null {
    return state === this.#state ? (this.#pages.get(address) ?? null) : null;
  }

  keep(state: string, address: string, page: KeptPage, bytes: number): void {
    if (state !== this.#state) this.#forget(state);
    if (this.#bytes + bytes > MOST_BYTES || this.#pages.has(address)) return;
    this.#bytes += bytes;
    this.#pages.set(address, page);
  }

  #forget(state: string): void {
    this.#state = state;
    this.#bytes = 0;
    this.#pages.clear();
  }
}

/** Cuts a page at the marks of its own answer. */
export function cutAtMarks(html: string, { nonce, requestId }: Marks): HtmlPiece[] {
  return html.split(nonce).flatMap((part, index) => {
    const pieces = part
      .split(requestId)
      .flatMap((text, at): HtmlPiece[] => (at === 0 ? [text] : [{ of: 'requestId' }, text]));
    return index === 0 ? pieces : [{ of: 'nonce' }, ...pieces];
  });
}

/** The page with the marks of another answer. */
export function withMarks(pieces: readonly HtmlPiece[], marks: Marks): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : marks[piece.of])).join('');
}
