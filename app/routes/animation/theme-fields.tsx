import type { ThemeFacts } from '#app/training/theme-facts.ts';
import { TextField, type Refused } from './form-fields.tsx';

/** What is said of a theme. */
export function ThemeFields({ refused, theme }: { refused: Refused | undefined; theme?: ThemeFacts }) {
  const text = (value: number | null | undefined) => (value == null ? null : value.toString().replace('.', ','));
  return (
    <>
      <TextField name="titre" label="Titre" maxLength={200} refused={refused} value={theme?.title ?? null} />
      <TextField
        name="heures"
        label="Durée, en heures"
        inputMode="decimal"
        optional
        refused={refused}
        value={text(theme?.hours)}
      />
      <TextField
        name="mois"
        label="À renouveler au bout de, en mois"
        hint="Vide : jamais. Pour le secourisme (SST), le réglage s’applique."
        inputMode="numeric"
        optional
        refused={refused}
        value={text(theme?.renewalMonths)}
      />
      <TextField
        name="ordre"
        label="Place dans la liste"
        hint="0 vient en premier ; à égalité, l’ordre alphabétique."
        inputMode="numeric"
        optional
        refused={refused}
        value={text(theme?.position)}
      />
    </>
  );
}
