import { useState } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Check, Copy } from '#app/ui/icons.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';

interface CopyButtonProps {
  /** What goes to the clipboard; show it beside the button too, for those without script. */
  text: string;
  label?: string;
}

/** Copies a text and says so. Drawn only where script runs. */
export function CopyButton({ text, label = 'Copier le lien' }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  if (!useHydrated()) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copié'),
      () => setSaid('Copie impossible : sélectionnez le texte'),
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button type="button" variant="quiet" onClick={() => void copy()}>
        {said === 'Copié' ? <Check size={18} /> : <Copy size={18} />}
        {label}
      </Button>
      <span role="status">{said}</span>
    </span>
  );
}
