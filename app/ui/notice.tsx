import type { ReactNode } from 'react';
import { CircleCheck, type Icon, Info, OctagonAlert, TriangleAlert } from '#app/ui/icons.tsx';
import type { Severity } from '#app/ui/tone.ts';

const faces: Record<Severity, { icon: Icon; word: string }> = {
  info: { icon: Info, word: 'Information' },
  success: { icon: CircleCheck, word: 'C’est fait' },
  warn: { icon: TriangleAlert, word: 'Attention' },
  error: { icon: OctagonAlert, word: 'Erreur' },
};

interface NoticeProps {
  severity?: Severity;
  /** Replaces the severity's own word ("Attention"…). */
  title?: string;
  id?: string;
  /** `status` announces it politely when it appears, `alert` at once; none for what the page already holds. */
  role?: 'status' | 'alert';
  children?: ReactNode;
}

/** A message in a coloured block: icon, word, sentence. */
export function Notice({ severity = 'info', title, id, role, children }: NoticeProps) {
  const { icon: Face, word } = faces[severity];
  return (
    <div className="notice" data-tone={severity} id={id} role={role}>
      <Face size={22} />
      <div>
        <p className="notice-title">{title ?? word}</p>
        {children}
      </div>
    </div>
  );
}
