import { expect, test } from 'vitest';
import { filesMovedInWords } from '#app/training/files-deed-words.ts';
import { readFilesDeed } from '#app/training/files-deed.schema.server.ts';

const [one, two] = ['7d2a4b1e-8b2b-4b8a-9f2c-2e3b4a5f6e7d', '8d2a4b1e-8b2b-4b8a-9f2c-2e3b4a5f6e7d'] as const;

function formOf(chosen: readonly string[], employers: Readonly<Record<string, string>>, word = ''): FormData {
  const form = new FormData();
  for (const id of chosen) form.append('dossier', id);
  for (const [id, name] of Object.entries(employers)) form.append(`employeur-${id}`, name);
  form.append('mot', word);
  return form;
}

test('each file ticked comes with its employer, those left out need none', () => {
  expect(readFilesDeed(formOf([one], { [one]: ' Famille Noir ', [two]: '' }), true)).toMatchObject({
    ok: true,
    files: [{ id: one, employer: 'Famille Noir' }],
  });
});

test('an employer missing, nobody ticked, a word too long: said beside the field, what was typed kept', () => {
  const lacking = readFilesDeed(formOf([one, two], { [one]: 'Famille Noir', [two]: ' ' }, 'Merci'), true);
  expect(lacking).toMatchObject({
    ok: false,
    errors: { [`employeur-${two}`]: 'Écrivez le nom de son employeur facilitateur, ou décochez-la.' },
    typed: { chosen: [one, two], employers: { [one]: 'Famille Noir' }, word: 'Merci' },
  });
  expect(readFilesDeed(formOf([], {}), false)).toMatchObject({ errors: { dossiers: 'Cochez au moins un dossier.' } });
  expect(readFilesDeed(formOf([one], {}, 'x'.repeat(501)), false)).toMatchObject({
    errors: { mot: 'Écrivez 500 signes au plus.' },
  });
  expect(readFilesDeed(formOf(['autre'], {}), false)).toMatchObject({ ok: false });
});

test('what was done is said, and what was not', () => {
  expect(filesMovedInWords({ moved: 4, left: 0 })).toBe('4 dossiers mis à jour.');
  expect(filesMovedInWords({ moved: 1, left: 1 })).toBe(
    '1 dossier mis à jour. 1 dossier n’a pas bougé : voyez son étape.',
  );
});
