import { expect, test } from 'vitest';

import { cutAtMarks, PageMemory, withMarks } from '#app/server/page-memory.ts';

const marks = { nonce: 'n0nce', requestId: 'id-1' };

test('a page bears the marks of the answer that shows it', () => {
  const html = '<html data-request-id="id-1"><script nonce="n0nce">1</script><script nonce="n0nce">id-1</script>';
  const other = { nonce: 'other', requestId: 'id-2' };
  expect(withMarks(cutAtMarks(html, marks), marks)).toBe(html);
  expect(withMarks(cutAtMarks(html, marks), other)).toBe(
    '<html data-request-id="id-2"><script nonce="other">1</script><script nonce="other">id-2</script>',
  );
});

test('what was made from other rows is forgotten', () => {
  const memory = new PageMemory();
  const page = { headers: {}, body: Buffer.from('1') };
  memory.keep('a', '/x', page, 1);
  expect(memory.find('a', '/x')).toBe(page);
  expect(memory.find('b', '/x')).toBeNull();
  memory.keep('b', '/y', page, 1);
  expect([memory.find('b', '/x'), memory.find('a', '/x'), memory.find('b', '/y')]).toEqual([null, null, page]);
});

test('memory is bounded', () => {
  const memory = new PageMemory();
  const page = { headers: {}, body: Buffer.from('1') };
  memory.keep('a', '/x', page, 15_000_000);
  memory.keep('a', '/y', page, 2_000_000);
  expect(memory.find('a', '/y')).toBeNull();
});
