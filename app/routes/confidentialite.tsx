import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Données personnelles · Ribambelle' }];

export function loader({ context: { publisher } }: LoaderFunctionArgs) {
  return {
    name: publisher?.name ?? 'la collectivité gestionnaire des relais',
    contact: publisher?.dpo ?? publisher?.email ?? null,
  };
}

export default function Confidentialite() {
  const { name, contact } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Données personnelles"
        lead="Ce que nous savons de vous, pourquoi, combien de temps, et comment vous gardez la main."
      />
      <div className="prose">
        <h2>Qui est responsable</h2>
        <p>
          Le responsable du traitement est {name}. Le traitement est nécessaire à une mission d’intérêt public (article
          6.1.e du RGPD) : faire vivre les relais petite enfance prévus à l’article L. 214-2-1 du Code de l’action
          sociale et des familles.
        </p>
        <h2>Ce que nous enregistrons</h2>
        <ul>
          <li>
            <strong>Vous :</strong> nom, courriel ou téléphone, commune, relais, situation professionnelle et dates de
            l’agrément si vous êtes assistante maternelle.
          </li>
          <li>
            <strong>Les enfants :</strong> ils sont comptés, pas fichés. Vous indiquez une tranche d’âge. Si vous le
            voulez, un prénom ou un surnom et un mois de naissance vous évitent de recommencer ; jamais de nom de
            famille.
          </li>
          <li>
            <strong>Vos séances :</strong> inscriptions, demandes, listes d’attente, désistements, présences.
          </li>
          <li>
            <strong>Vos formations :</strong> souhaits, heures suivies, attestations, justificatifs que vous ajoutez.
            Une attestation porte un code : qui le tient de vous peut la vérifier, et lit ce que dit le papier, rien de
            plus.
          </li>
          <li>
            <strong>La technique :</strong> connexions et actions faites sur le site, pour la sécurité et pour pouvoir
            vous expliquer qui a changé quoi.
          </li>
        </ul>
        <p>
          L’analyse de pratiques est confidentielle : aucune note, aucun motif, aucun contenu n’est enregistré, et
          seules les personnes qui composent et animent le groupe en voient les noms.
        </p>
        <h2>Qui les voit</h2>
        <ul>
          <li>les animatrices et le secrétariat de vos relais, pour vous accueillir ;</li>
          <li>
            l’animatrice du relais qui vous reçoit pour une séance : votre nom, votre téléphone et les enfants annoncés
            ;
          </li>
          <li>les intervenantes : ce qu’il leur faut pour la séance, rien de plus ;</li>
          <li>la Caf et les financeurs : des nombres, jamais des noms.</li>
        </ul>
        <p>
          Les pages publiques et les agendas des relais ne disent rien des personnes. Rien n’est vendu, cédé, ni utilisé
          pour de la publicité.
        </p>
        <h2>Combien de temps</h2>
        <ul>
          <li>
            votre dossier : 2 ans après votre dernière activité, sauf autre durée décidée par votre collectivité ;
          </li>
          <li>les enfants : 6 mois après qu’ils ne sont plus accueillis ;</li>
          <li>les présences et les heures dues aux bilans : conservées sans votre nom ;</li>
          <li>les codes de connexion : 10 minutes.</li>
        </ul>
        <h2>Cookies</h2>
        <p>
          Un seul cookie sert à vous reconnaître une fois connectée, un autre à retrouver un message entre deux pages.
          Ils sont indispensables au service : aucun consentement n’est demandé. Aucune mesure d’audience, aucun service
          extérieur, aucune police de caractères chargée ailleurs.
        </p>
        <h2>Vos droits</h2>
        <p>
          Vous pouvez voir vos données, les corriger, en obtenir une copie, vous opposer à leur usage ou en demander
          l’effacement, dans Mon espace ou auprès de votre relais.{' '}
          {contact !== null && (
            <>
              Vous pouvez aussi écrire à <a href={`mailto:${contact}`}>{contact}</a>.{' '}
            </>
          )}
          Nous répondons en un mois au plus.
        </p>
        <p>
          Si la réponse ne vous convient pas, vous pouvez adresser une réclamation à la{' '}
          <a href="https://www.cnil.fr/fr/plaintes">Commission nationale de l’informatique et des libertés (CNIL)</a>.
        </p>
      </div>
    </>
  );
}
