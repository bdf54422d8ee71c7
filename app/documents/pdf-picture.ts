import { drawArtifact, type Pen } from './pdf-pen.ts';

/** Shapes in a box of their own units, set at a place of the page; `alt` null: decoration, which readers skip. */
export type PdfPicture = {
  alt: string | null;
  x: number;
  y: number;
  scale: number;
  /** SVG paths, each moved by `dx`. */
  shapes: readonly { path: string; fill: string; dx?: number }[];
};

/** The cursor stays where it was. */
export function drawPicture(pen: Pen, { alt, x, y, scale, shapes }: PdfPicture): void {
  const { doc } = pen;
  const [left, top] = [doc.x, doc.y];
  const draw = () => {
    doc.save();
    doc.translate(x, y).scale(scale);
    for (const { path, fill, dx = 0 } of shapes) {
      doc.save();
      doc.translate(dx, 0).path(path).fill(fill);
      doc.restore();
    }
    doc.restore();
  };
  if (alt === null) drawArtifact(pen, 'Layout', draw);
  else doc.addStructure(doc.struct('Figure', { alt }, draw));
  doc.x = left;
  doc.y = top;
}
