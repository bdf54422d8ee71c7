import { Link } from '@remix-run/react';
import type { AskedAccess } from '#app/people/access-requests.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from './form-fields.tsx';

/** One request: who asks, whether she may be known already, and the two answers. */
export function AccessRequestCard({ asked }: { asked: AskedAccess }) {
  const { id, name, kind, email, phone, commune, relais, at } = asked;
  return (
    <section aria-labelledby={`demande-${id}`} className="panel grid gap-4">
      <div>
        <h2 id={`demande-${id}`}>{name}</h2>
        <p className="text-soft">{[kind, commune, relais].filter((word) => word !== null).join(' · ')}</p>
        <p className="text-soft">Demandé : {at}</p>
        <ContactLinks phone={phone} email={email} />
      </div>
      <AcceptForm asked={asked} />
      <details className="fold">
        <summary>Refuser</summary>
        <form method="post" action={`/animation/professionnels/demandes/${id}/refus`} className="grid gap-3 pt-2">
          <TextField
            name="mot"
            label={`Un mot pour ${name}`}
            hint={
              email === null
                ? 'Sans e-mail : téléphonez-lui, rien ne part d’ici.'
                : 'Il part par e-mail et n’est pas gardé.'
            }
            optional
            maxLength={500}
          />
          <Button variant="danger" className="justify-self-start">
            Refuser la demande<span className="sr-only"> de {name}</span>
          </Button>
        </form>
      </details>
    </section>
  );
}

function AcceptForm({ asked: { id, name, email, doubles } }: { asked: AskedAccess }) {
  return (
    <form method="post" action={`/animation/professionnels/demandes/${id}/acceptation`} className="grid gap-3">
      {doubles.length === 0 ? (
        <input type="hidden" name="fiche" value="nouvelle" />
      ) : (
        <>
          <Notice severity="warn" title="Elle a peut-être déjà une fiche">
            <p>
              Si vous reprenez une fiche sans e-mail, celui de la demande y est ajouté et ouvre son compte : vérifiez
              par téléphone que c’est bien elle.
            </p>
          </Notice>
          <Fieldset id={`fiche-${id}`} legend="Sa fiche">
            {doubles.map((double) => (
              <CheckboxCard
                key={double.id}
                type="radio"
                name="fiche"
                value={double.id}
                required
                label={`C’est ${[double.name, double.commune, double.relais].filter((word) => word !== null).join(' · ')}`}
                note={double.reason}
              />
            ))}
            <CheckboxCard
              type="radio"
              name="fiche"
              value="nouvelle"
              required
              label="Quelqu’un d’autre : nouvelle fiche"
            />
          </Fieldset>
          {doubles.some(({ mine }) => mine) && (
            <p className="flex flex-wrap gap-x-4">
              {doubles
                .filter(({ mine }) => mine)
                .map((double) => (
                  <Link
                    key={double.id}
                    to={`/animation/professionnels/${double.id}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    Voir la fiche de {double.name}
                  </Link>
                ))}
            </p>
          )}
        </>
      )}
      <Button className="justify-self-start">
        Accepter{email !== null && ' et la prévenir'}
        <span className="sr-only"> : {name}</span>
      </Button>
    </form>
  );
}
