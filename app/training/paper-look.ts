/** Colours of printed papers: those of the screens in light. */
export const INK = '#1e2a33';
export const SOFT = '#51606b';
export const TEAL = '#0e5a5a';

/** Each child of the paper chain, in the order of the kinds. */
export const PAPER_COLOURS = ['#0e5a5a', '#a93a22', '#7a5100', '#2c4a8c', '#9c1c56', '#2b6532', '#6a3d9a'] as const;
