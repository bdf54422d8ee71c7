import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';

const draw = (props: { hint?: string; errors?: string[] }) =>
  renderToStaticMarkup(
    <Field id="courriel" label="Courriel" {...props}>
      {(control) => <input name="courriel" {...control} />}
    </Field>,
  );

it('ties the label to the control', () => {
  expect(draw({})).toContain('<label for="courriel">');
  expect(draw({})).not.toContain('aria-describedby');
  expect(draw({})).not.toContain('aria-invalid');
});

it('describes the control by its hint', () => {
  const html = draw({ hint: 'Nous y enverrons un code.' });
  expect(html).toContain('aria-describedby="courriel-aide"');
  expect(html).toContain('id="courriel-aide"');
});

it('describes a wrong control by its hint and its error', () => {
  const html = draw({ hint: 'Un code y arrivera.', errors: ['Indiquez votre courriel.'] });
  expect(html).toContain('aria-describedby="courriel-aide courriel-erreur"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('id="courriel-erreur"');
});

it('describes a group by its error', () => {
  const html = renderToStaticMarkup(
    <Fieldset id="enfants" legend="Avec qui ?" errors={['Trop d’enfants.']}>
      <input name="enfant" />
    </Fieldset>,
  );
  expect(html).toContain('aria-describedby="enfants-erreur"');
});

it('sums up errors, each leading to its control', () => {
  const html = renderToStaticMarkup(
    <ErrorSummary errors={[{ id: 'courriel', message: 'Indiquez votre courriel.' }, { message: 'Trop tard.' }]} />,
  );
  expect(html).toContain('role="alert"');
  expect(html).toContain('2 erreurs à corriger');
  expect(html).toContain('href="#courriel"');
});

it('is silent without errors', () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('');
});
