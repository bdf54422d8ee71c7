/** The accents that styles.css knows: one a kind of activity, `teal` for everything else. */
export type Tone = 'teal' | 'atelier' | 'reunion' | 'analyse' | 'formation' | 'passerelle' | 'evenement' | 'permanence';

/** How grave a message is. */
export const severities = ['info', 'success', 'warn', 'error'] as const;

export type Severity = (typeof severities)[number];
