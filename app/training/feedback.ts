/** What someone who followed a training is asked; each on the same scale of four. */
export const QUESTIONS = [
  { key: 'contenu', label: 'Le contenu répondait à ce que j’attendais' },
  { key: 'pratique', label: 'Je m’en sers, ou m’en servirai, avec les enfants' },
  { key: 'formateur', label: 'L’intervenante ou l’intervenant était clair et à l’écoute' },
  { key: 'rythme', label: 'Le rythme et la durée me convenaient' },
  { key: 'organisation', label: 'Le lieu, les dates et l’organisation me convenaient' },
] as const;

export const SCALE = [
  { mark: 4, label: 'Tout à fait d’accord' },
  { mark: 3, label: 'Plutôt d’accord' },
  { mark: 2, label: 'Plutôt pas d’accord' },
  { mark: 1, label: 'Pas du tout d’accord' },
] as const;

export type Marks = Readonly<Record<string, number>>;

/** Fewer answers than that could be recognised: nothing of them is shown. */
export const FEWEST_ANSWERS = 5;

export type QuestionResult = {
  key: string;
  label: string;
  /** "3,4" */
  average: string;
  /** Of 4, for a bar. */
  share: number;
  /** How many chose each mark, the best first. */
  counts: { label: string; count: number }[];
};

/** What the answers say, question by question; null under five of them. */
export function feedbackResults(answers: readonly Marks[]): QuestionResult[] | null {
  if (answers.length < FEWEST_ANSWERS) return null;
  return QUESTIONS.map(({ key, label }) => {
    const marks = answers.flatMap((answer) => (answer[key] === undefined ? [] : [answer[key]]));
    const average = marks.length === 0 ? 0 : marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
    return {
      ...{ key, label, share: average / 4 },
      average: (Math.round(average * 10) / 10).toFixed(1).replace('.', ','),
      counts: SCALE.map((one) => ({ label: one.label, count: marks.filter((mark) => mark === one.mark).length })),
    };
  });
}

/** "3 réponses : les résultats s’affichent à partir de cinq." */
export function tooFewInWords(answered: number): string {
  const words = answered === 0 ? 'Aucune réponse' : `${answered} ${answered === 1 ? 'réponse' : 'réponses'}`;
  return `${words} : les résultats s’affichent à partir de cinq.`;
}
