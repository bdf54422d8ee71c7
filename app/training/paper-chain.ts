import type { PdfPage } from '#app/documents/pdf-page.ts';
import { PAPER_CHILD } from '#app/ui/paper-child.ts';
import { PAPER_COLOURS, TEAL } from './paper-look.ts';

/** The paper chain from edge to edge, at the top of the page. */
export function chain(page: PdfPage): void {
  const { width } = page.size();
  const count = 13;
  const scale = width / (count * PAPER_CHILD.width);
  const shapes = Array.from({ length: count }, (_, n) => {
    const fill = PAPER_COLOURS[n % PAPER_COLOURS.length] ?? TEAL;
    const dx = n * PAPER_CHILD.width;
    return [
      { path: PAPER_CHILD.body, fill, dx },
      { path: PAPER_CHILD.head, fill, dx },
    ];
  }).flat();
  page.picture({ alt: null, x: 0, y: 28, scale, shapes });
}
