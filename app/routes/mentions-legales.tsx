import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Facts } from '#app/ui/facts.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Mentions légales · Ribambelle' }];

export function loader({ context: { publisher, appUrl } }: LoaderFunctionArgs) {
  return { publisher: publisher ?? null, address: appUrl };
}

export default function MentionsLegales() {
  const { publisher, address } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Mentions légales" lead="Qui publie ce site, qui l’héberge, et sous quelles conditions." />
      <div className="prose">
        <h2>Éditeur</h2>
        <Facts
          facts={[
            { name: 'Éditeur', value: publisher?.name ?? 'La collectivité gestionnaire des relais petite enfance' },
            ...(publisher?.address === undefined ? [] : [{ name: 'Adresse', value: publisher.address }]),
            ...(publisher?.telephone === undefined ? [] : [{ name: 'Téléphone', value: publisher.telephone }]),
            ...(publisher?.email === undefined ? [] : [{ name: 'Courriel', value: publisher.email }]),
            {
              name: 'Publication',
              value:
                publisher?.director ?? 'Sous la direction de la représentante ou du représentant légal de l’éditeur',
            },
            { name: 'Site', value: address },
          ]}
        />
        <h2>Hébergement</h2>
        <p>
          {publisher?.host ??
            'Le site est hébergé par l’éditeur, ou par le prestataire que l’éditeur désigne. Ses coordonnées sont données sur simple demande.'}
        </p>
        <h2>Objet du site</h2>
        <p>
          Ce site permet de consulter le programme des relais petite enfance, de s’inscrire à leurs séances et de
          s’abonner à leur agenda. Les relais petite enfance sont un service public gratuit, prévu à l’article L.
          214-2-1 du Code de l’action sociale et des familles.
        </p>
        <h2>Logiciel</h2>
        <p>
          Ce site fonctionne avec Ribambelle, logiciel libre publié sous licence GNU AGPL, version 3 ou ultérieure. Vous
          avez le droit d’en obtenir le code source, y compris les modifications faites par l’éditeur, de l’étudier, de
          le modifier et de le redistribuer sous la même licence.
        </p>
        <p>
          Polices de caractères : Bricolage Grotesque et Atkinson Hyperlegible Next (SIL Open Font License).
          Pictogrammes : Lucide (licence ISC).
        </p>
        <h2>Textes et images</h2>
        <p>
          Les programmes publiés par les relais peuvent être repris librement, à condition d’en citer la source et la
          date. Les photographies, logos et documents joints restent soumis aux droits de leurs auteurs.
        </p>
        <h2>Signaler une erreur</h2>
        <p>
          Une date, un lieu ou une règle vous semble inexact ? Prévenez votre relais : ses coordonnées sont sur sa page.
          Les horaires affichés ici font foi ; un agenda auquel vous êtes abonnée peut avoir plusieurs heures de retard.
        </p>
      </div>
    </>
  );
}
