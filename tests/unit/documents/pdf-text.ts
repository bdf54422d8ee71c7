/** What a PDF made with `plain` says, page by page, as a reader that copies its text would find it. */
export function textOfPdf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(({ 1: id = '', 2: body = '' }) => [id, body]),
  );
  const refs = (body: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? '';
  const pages = /\/Type \/Pages[\s\S]*?\/Kids \[([^\]]*)\]/.exec(file)?.[1] ?? '';
  return [...pages.matchAll(/(\d+) 0 R/g)].map(({ 1: id = '' }) => {
    const page = objects.get(id) ?? '';
    const resources = objects.get(refs(page, 'Resources')) ?? page;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(({ 1: name = '', 2: font = '' }) => [
        name,
        lettersOf(objects.get(refs(objects.get(font) ?? '', 'ToUnicode')) ?? ''),
      ]),
    );
    return wordsIn(objects.get(refs(page, 'Contents')) ?? '', fonts);
  });
}

type Letters = ReadonlyMap<number, string>;

function lettersOf(map: string): Letters {
  const letters = new Map<number, string>();
  for (const { 1: first = '', 2: list = '' } of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f]*)>/gi)].forEach(({ 1: hex = '' }, n) =>
      letters.set(Number.parseInt(first, 16) + n, Buffer.from(hex, 'hex').swap16().toString('utf16le')),
    );
  }
  return letters;
}

function wordsIn(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  const pieces: string[] = [];
  for (const { 1: font, 2: shown } of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/gi)].map(({ 1: hex = '' }) => hex).join('');
    pieces.push((glyphs.match(/.{4}/g) ?? []).map((hex) => letters.get(Number.parseInt(hex, 16)) ?? '\uFFFD').join(''));
  }
  return pieces.filter((piece) => piece !== '').join('\n');
}
