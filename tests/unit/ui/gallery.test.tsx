import { HtmlValidate } from 'html-validate';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Gallery } from '#tests/unit/ui/gallery.tsx';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'doctype-style': 'off',
    'void-style': 'off',
    'no-inline-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // The flash region and the error summary are live regions that are not <output>.
    'prefer-native-element': 'off',
    // React writes these so; HTML does not mind.
    'attr-case': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    'long-title': 'off',
    'tel-non-breaking': 'off',
  },
});

it.each([true, false])('every component is valid HTML (signed in: %s)', async (signedIn) => {
  const body = renderToStaticMarkup(<Gallery signedIn={signedIn} />);
  const page = `<!DOCTYPE html><html lang="fr"><head><title>Galerie</title></head><body>${body}</body></html>`;
  const report = await validator.validateString(page);
  expect(
    report.results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message} ${m.selector}`)),
  ).toEqual([]);
});

it('works without script: a stepper is then a plain number input', () => {
  const html = renderToStaticMarkup(<Gallery />);
  expect(html).toContain('type="number"');
  expect(html).not.toContain('Un de plus');
});
