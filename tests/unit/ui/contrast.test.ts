import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('app/ui/styles.css', 'utf8');

function tokensAfter(opening: string): Map<string, string> {
  const start = css.indexOf(opening);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const kinds = ['atelier', 'reunion', 'analyse', 'formation', 'passerelle', 'evenement', 'permanence'];
const grounds = ['paper', 'card', 'sunken'];
const textPairs: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['soft', ground],
    ['teal', ground],
    ['danger', ground],
  ]),
  ['on-teal', 'teal'],
  ['on-danger', 'danger'],
  ['teal', 'teal-wash'],
  ['teal-deep', 'teal-wash'],
  ['soft', 'teal-wash'],
  ...['success', 'warn', 'danger', ...kinds].flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    ['ink', `${tone}-wash`],
    [tone, 'card'],
    ['teal', `${tone}-wash`],
  ]),
];
const edgePairs: [string, string][] = [...grounds, 'teal-wash'].flatMap((ground): [string, string][] => [
  ['edge', ground],
  ['focus', ground],
]);

describe.each([
  ['light', tokensAfter(':root {')],
  ['dark', tokensAfter('(prefers-color-scheme: dark)')],
])('%s colours', (_mode, tokens) => {
  const ratio = (one: string, other: string): number => {
    const [a, b] = [tokens.get(one), tokens.get(other)];
    if (a === undefined || b === undefined) throw new Error(`no token ${one} or ${other}`);
    return contrast(a, b);
  };

  it.each(textPairs)('%s is readable on %s', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('%s stands out on %s', (edge, ground) => {
    expect(ratio(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

it('defines the same tokens in light and dark', () => {
  expect([...tokensAfter('(prefers-color-scheme: dark)').keys()]).toEqual([...tokensAfter(':root {').keys()]);
});
