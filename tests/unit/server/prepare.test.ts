import { expect, it } from 'vitest';
import { refusedNode } from '#app/server/prepare.mjs';

it.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '24.0.0', '25.1.0'])('runs on %s', (version) => {
  expect(refusedNode(version)).toBeNull();
});

it.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0', '23.9.0'])('says why it does not on %s', (version) => {
  expect(refusedNode(version)).toContain(version);
});
