import type { CertificateShown } from '#app/training/certificates.server.ts';
import { Button } from '#app/ui/button.tsx';

/** Revokes a certificate: the reason is asked, and told to its holder. */
export function RevokeForm({ certificate: { id, name, title } }: { certificate: CertificateShown }) {
  return (
    <details className="fold">
      <summary>
        Annuler
        <span className="sr-only">
          {' '}
          l’attestation de {name} : {title}
        </span>
      </summary>
      <form method="post" action={`/animation/attestations/${id}/annulation`} className="grid gap-3 py-2">
        <div className="field">
          <label htmlFor={`motif-${id}`}>Pourquoi ?</label>
          <div className="hint" id={`motif-${id}-aide`}>
            Elle en est prévenue. L’adresse de vérification dira que l’attestation est annulée, sans le motif.
          </div>
          <input
            id={`motif-${id}`}
            aria-describedby={`motif-${id}-aide`}
            className="input"
            name="motif"
            maxLength={300}
            required
          />
        </div>
        <p>
          <Button variant="danger">Annuler cette attestation</Button>
        </p>
      </form>
    </details>
  );
}
