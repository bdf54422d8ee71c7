import type { ReactNode } from 'react';
import { Card } from '#app/ui/card.tsx';
import type { CertificateShown } from './certificates.server.ts';

interface CertificateListProps {
  certificates: readonly CertificateShown[];
  /** Where one is downloaded. */
  pdfPath: (id: string) => string;
  /** Certificates of several people: each bears her name. */
  named?: boolean;
  deeds?: (certificate: CertificateShown) => ReactNode;
}

/** Certificates, the latest first: what, when, whether each still holds, its paper and its code. */
export function CertificateList({ certificates, pdfPath, named = false, deeds }: CertificateListProps) {
  return (
    <ul className="grid gap-3">
      {certificates.map((certificate) => (
        <li key={certificate.id}>
          <Card
            title={<span className="wrap-anywhere">{named ? certificate.name : certificate.title}</span>}
            text={<CertificateText certificate={certificate} />}
          >
            {certificate.state !== 'REVOKED' && (
              <p>
                <a
                  href={pdfPath(certificate.id)}
                  className="inline-flex min-h-11 items-center font-bold"
                  aria-label={`Télécharger (PDF) : ${certificate.kind}, ${named ? certificate.name : certificate.title}, du ${certificate.issued}`}
                >
                  Télécharger (PDF)
                </a>
              </p>
            )}
            {certificate.state === 'HOLDS' && deeds?.(certificate)}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function CertificateText({
  certificate: { kind, hours, issued, relais, state, why, code },
}: {
  certificate: CertificateShown;
}) {
  return (
    <>
      <p>
        {kind} · {hours}
      </p>
      <p>
        {relais}, le {issued}
      </p>
      {state === 'REVOKED' && <p className="font-bold text-danger">Annulée{why === null ? '' : ` : ${why}`}</p>}
      {state === 'REPLACED' && <p className="font-bold text-warn">Remplacée par une plus récente</p>}
      {state === 'HOLDS' && (
        <p>
          Code de vérification : <span className="inline-block">{code}</span>
        </p>
      )}
    </>
  );
}
