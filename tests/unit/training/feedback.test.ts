import { expect, it } from 'vitest';
import { feedbackResults, QUESTIONS, tooFewInWords } from '#app/training/feedback.ts';
import { readFeedback, storedMarks } from '#app/training/feedback.schema.server.ts';

const answer = (mark: number) => Object.fromEntries(QUESTIONS.map(({ key }) => [key, mark]));
const form = (fields: Record<string, string>) => {
  const given = new FormData();
  for (const [name, value] of Object.entries(fields)) given.set(name, value);
  return given;
};
const whole = Object.fromEntries(QUESTIONS.map(({ key }) => [key, '3']));

it('shows nothing under five answers', () => {
  expect(feedbackResults([1, 2, 3, 4].map(answer))).toBeNull();
  expect(feedbackResults([1, 2, 3, 4, 4].map(answer))?.[0]).toMatchObject({ average: '2,8', share: 0.7 });
  expect([0, 1, 3].map(tooFewInWords)).toEqual([
    'Aucune réponse : les résultats s’affichent à partir de cinq.',
    '1 réponse : les résultats s’affichent à partir de cinq.',
    '3 réponses : les résultats s’affichent à partir de cinq.',
  ]);
});

it('wants a mark for each question, and keeps what was typed', () => {
  const [first] = QUESTIONS;
  const read = readFeedback(form({ ...whole, [first.key]: '', mots: 'Merci' }));
  expect(read).toMatchObject({
    ok: false,
    errors: { [first.key]: 'Choisissez une réponse.' },
    typed: { mots: 'Merci' },
  });
  expect(readFeedback(form({ ...whole, [first.key]: '5' }))).toMatchObject({ ok: false });
  expect(readFeedback(form({ ...whole, mots: 'a'.repeat(2001) }))).toMatchObject({ ok: false });
  expect(readFeedback(form(whole))).toEqual({ ok: true, marks: answer(3), words: '' });
});

it('leaves out what is no answer of ours', () => {
  expect([storedMarks({ contenu: 4 }), storedMarks({ contenu: 9 }), storedMarks(null)]).toEqual([
    { contenu: 4 },
    {},
    {},
  ]);
});
