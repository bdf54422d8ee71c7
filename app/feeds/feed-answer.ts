import { httpDate, type Validators } from './conditional.ts';

/** What reading a feed gives; why there is none is told in `refused`. */
export type FeedReading =
  | (Validators & { readonly type: 'feed'; readonly body: string; readonly filename: string })
  | (Validators & { readonly type: 'notModified' })
  | { readonly type: 'refused'; readonly because: FeedRefusal };

export type FeedRefusal =
  | 'unknownRelais'
  | 'unknownCollectivite'
  | 'unknownSite'
  | 'unknownKind'
  | 'unknownPlace'
  | 'unknownLink'
  | 'revokedLink';

/** Who may keep a copy: everyone for a quarter of an hour, or only its owner, who asks again each time. */
export type FeedAudience = 'public' | 'private';

type Fields = Readonly<Record<string, string>>;

/** An HTTP answer, before it is one. */
export type FeedAnswer = {
  readonly status: number;
  readonly headers: Fields;
  readonly body: string | null;
};

const REFUSALS: Readonly<Record<FeedRefusal, { status: number; text: string }>> = {
  unknownRelais: { status: 404, text: 'Ce relais n’existe pas.' },
  unknownCollectivite: { status: 404, text: 'Ce gestionnaire n’existe pas.' },
  unknownSite: { status: 404, text: 'Ce lieu n’existe pas.' },
  unknownKind: {
    status: 400,
    text: 'Type inconnu. Types possibles : atelier, reunion, analyse, formation, passerelle, evenement, permanence.',
  },
  unknownPlace: { status: 400, text: 'Lieu inconnu.' },
  unknownLink: { status: 404, text: 'Ce lien d’agenda n’existe pas.' },
  revokedLink: { status: 410, text: 'Ce lien d’agenda ne sert plus. Un autre se crée à la page « Mon agenda ».' },
};

const CACHE: Readonly<Record<FeedAudience, Fields>> = {
  public: { 'Cache-Control': 'public, max-age=900' },
  private: { 'Cache-Control': 'private, max-age=0, must-revalidate', 'X-Robots-Tag': 'noindex' },
};

/** The answer to a reading: 200 with the calendar, 304 without body, or a plain sentence with its status. */
export function feedAnswer(reading: FeedReading, audience: FeedAudience): FeedAnswer {
  if (reading.type === 'refused') return refusal(REFUSALS[reading.because], audience);
  const { etag, lastModified } = reading;
  const modified: Fields = lastModified === null ? {} : { 'Last-Modified': httpDate(lastModified) };
  const headers = { ...CACHE[audience], ETag: etag, ...modified };
  if (reading.type === 'notModified') return { status: 304, headers, body: null };
  const described = {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `inline; filename="${reading.filename}"`,
    'Content-Length': String(Buffer.byteLength(reading.body)),
  };
  return { status: 200, headers: { ...headers, ...described }, body: reading.body };
}

/** Something broke: clients keep what they have and come again. Never a page, never an empty calendar. */
export function feedTrouble(audience: FeedAudience): FeedAnswer {
  const answer = refusal({ status: 503, text: 'L’agenda est momentanément indisponible.' }, audience);
  return { ...answer, headers: { ...answer.headers, 'Retry-After': '300' } };
}

/** The link is read too often. */
export function feedTooOften(seconds: number): FeedAnswer {
  const answer = refusal({ status: 429, text: 'Ce lien d’agenda est lu trop souvent.' }, 'private');
  return { ...answer, headers: { ...answer.headers, 'Retry-After': String(Math.max(1, Math.ceil(seconds))) } };
}

function refusal({ status, text }: { status: number; text: string }, audience: FeedAudience): FeedAnswer {
  const robots: Fields = audience === 'private' ? { 'X-Robots-Tag': 'noindex' } : {};
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...robots };
  return { status, headers, body: `${text}\n` };
}
