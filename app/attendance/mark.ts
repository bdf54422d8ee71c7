/** What is marked about one party; NONE: marked by mistake, and taken back. */
export type PartyState = 'PRESENT' | 'EXCUSED' | 'ABSENT' | 'NONE';

/** A child really there: one of her labels, or only a band. */
export type PresentChild = { childId: string | null; fromMonths: number; untilMonths: number };

export const GUEST_KINDS = [
  'ASSISTANTE_MATERNELLE',
  'GARDE_A_DOMICILE',
  'CANDIDATE',
  'PARENT',
  'FUTURE_PARENT',
  'TRAINEE',
  'OTHER',
] as const;
export type AttendeeKindName = (typeof GUEST_KINDS)[number];

/** A walk-in without a file: what she is, how she is called on the sheet, and where she works or lives. */
export type Guest = {
  kind: AttendeeKindName;
  label: string;
  /** One of the collectivité's; OTHER: elsewhere; null: nobody asked. */
  commune: string | null;
};

export const OTHER_COMMUNE = 'OTHER';

/** The longest name on a sheet. */
export const LONGEST_LABEL = 40;

/** A name as the sheet keeps it: one line, cut between letters where it is too long. */
export function shortLabel(text: string): string {
  let label = '';
  for (const { segment } of new Intl.Segmenter('fr').segment(text.replace(/\p{Cc}+/gu, ' ').trim())) {
    if (label.length + segment.length > LONGEST_LABEL) break;
    label += segment;
  }
  return label.trim();
}

export type PartyValue = {
  state: PartyState;
  late: boolean;
  /** The children came with their parent instead of her. */
  byParent: boolean;
  children: readonly PresentChild[];
  guest?: Guest | undefined;
};

/** How many came to a session in free access, nobody named. */
export type TallyValue = {
  adults: number;
  children: readonly { fromMonths: number; untilMonths: number; count: number }[];
};

/** Whom a mark is about: a person who has a file, a walk-in without one (id drawn by the tablet), or nobody by name. */
export type Subject =
  { type: 'person'; personId: string } | { type: 'guest'; attendanceId: string } | { type: 'tally' };

/** One deed on the sheet, as a tablet records it. */
export type SheetMark = {
  /** Drawn by the tablet: sent twice, it is one mark. */
  id: string;
  /** The version of the line the marker had before her eyes; 0: none. */
  base: number;
  /** Milliseconds, by the tablet's clock. */
  markedAt: number;
} & (
  | { subject: Exclude<Subject, { type: 'tally' }>; value: PartyValue }
  | { subject: { type: 'tally' }; value: TallyValue }
);

/** One text a subject: what lines and marks are matched by. */
export function keyOf(subject: Subject): string {
  switch (subject.type) {
    case 'person':
      return `p-${subject.personId}`;
    case 'guest':
      return `g-${subject.attendanceId}`;
    case 'tally':
      return 'tally';
  }
}

/** Whoever did not come came neither late nor with children; children in one order. */
export function normalParty({ state, late, byParent, children, guest }: PartyValue): PartyValue {
  const there = state === 'PRESENT';
  const sorted = [...children].sort(
    (a, b) => a.fromMonths - b.fromMonths || a.untilMonths - b.untilMonths || compare(a.childId ?? '', b.childId ?? ''),
  );
  const kept = { state, late: there && late, byParent: there && byParent, children: there ? sorted : [] };
  return guest ? { ...kept, guest } : kept;
}

/** Bands that nobody is in are left out. */
export function normalTally({ adults, children }: TallyValue): TallyValue {
  const some = children.filter(({ count }) => count > 0).sort((a, b) => a.fromMonths - b.fromMonths);
  return { adults, children: some };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One text a value: equal texts, equal values. */
export function imprint(value: PartyValue | TallyValue): string {
  if ('adults' in value) {
    const { adults, children } = normalTally(value);
    return `${adults}|${children.map((one) => `${one.fromMonths}-${one.untilMonths}:${one.count}`).join(',')}`;
  }
  const { state, late, byParent, children, guest } = normalParty(value);
  const brought = children.map((one) => `${one.fromMonths}-${one.untilMonths}:${one.childId ?? ''}`).join(',');
  const who = guest ? `${guest.kind}/${guest.commune ?? ''}/${guest.label}` : '';
  return `${state}|${late ? 1 : 0}|${byParent ? 1 : 0}|${brought}|${who}`;
}
