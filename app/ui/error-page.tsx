import { LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

const sentences = new Map([
  [
    400,
    {
      title: 'Demande incomplète',
      text: 'Ce que nous avons reçu n’est pas utilisable. Revenez en arrière et recommencez.',
    },
  ],
  [
    403,
    {
      title: 'Accès refusé',
      text: 'Cette demande n’a pas pu être vérifiée, ou elle ne vous est pas ouverte. Revenez en arrière, rechargez la page et recommencez.',
    },
  ],
  [
    404,
    {
      title: 'Page introuvable',
      text: 'Cette adresse ne mène à rien que vous puissiez voir. Elle a peut-être changé, ou il faut vous connecter.',
    },
  ],
  [410, { title: 'Ce lien n’est plus valable', text: 'Il a été remplacé ou il a déjà servi.' }],
  [
    429,
    {
      title: 'Trop de tentatives',
      text: 'Pour protéger votre compte, patientez quelques minutes avant de recommencer.',
    },
  ],
  [
    503,
    {
      title: 'Service momentanément indisponible',
      text: 'Une mise à jour est sans doute en cours. Réessayez dans quelques minutes.',
    },
  ],
]);
const unexpected = {
  title: 'Une erreur est survenue',
  text: 'Ce n’est pas de votre fait. Rien de ce que vous aviez enregistré n’est perdu. Réessayez dans quelques instants.',
};

/** The title of the page shown for an HTTP status. */
export const errorTitle = (status: number): string => (sentences.get(status) ?? unexpected).title;

interface ErrorPageProps {
  status: number;
  /** The number under which the server logged the trouble; shown for server errors. */
  requestId?: string;
}

/** What a person reads when a page cannot be given: what happened, and what to do next. */
export function ErrorPage({ status, requestId }: ErrorPageProps) {
  const { title, text } = sentences.get(status) ?? unexpected;
  return (
    <>
      <PageHeader title={title} lead={text} chain />
      <div className="grid gap-6 pt-6">
        <div className="flex flex-wrap gap-3">
          <LinkButton to="/">Retour à l’accueil</LinkButton>
          <LinkButton to="/plan-du-site" variant="quiet">
            Plan du site
          </LinkButton>
        </div>
        <p className="hint">
          Erreur {status}
          {requestId !== undefined && (
            <>
              {' '}
              · numéro à communiquer : <code>{requestId}</code>
            </>
          )}
        </p>
      </div>
    </>
  );
}
