export type PdfFace = 'regular' | 'bold' | 'title';

/** Each face: the file of Latin letters, then that of the rarer ones. */
export type PdfFonts = Record<PdfFace, readonly [string, string]>;
