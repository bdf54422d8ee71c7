import { CopyButton } from '#app/ui/copy-button.tsx';
import { CalendarPlus } from '#app/ui/icons.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { subscribeAddresses } from './subscribe-addresses.ts';

interface SubscribeLinksProps {
  /** The https address of the feed. */
  url: string;
  /** Distinguishes the fields when a page shows two feeds. */
  id?: string;
}

/** The ways to subscribe to one feed: the address to copy, links for phones and Google, and how each goes. */
export function SubscribeLinks({ url, id = 'agenda' }: SubscribeLinksProps) {
  const { https, webcal, google } = subscribeAddresses(url);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap gap-3">
        <LinkButton to={webcal} plain>
          <CalendarPlus size={18} />
          M’abonner sur ce téléphone
        </LinkButton>
        <LinkButton to={google} plain variant="quiet">
          M’abonner dans Google Agenda
        </LinkButton>
      </div>
      <div className="grid gap-2">
        <label htmlFor={`${id}-adresse`} className="font-bold">
          Adresse de l’agenda
        </label>
        <input id={`${id}-adresse`} className="input" type="url" readOnly value={https} />
        <CopyButton text={https} label="Copier l’adresse" />
      </div>
      <HowTos />
    </div>
  );
}

const HOW_TOS = [
  {
    where: 'iPhone, iPad, Mac',
    steps: ['Touchez « M’abonner sur ce téléphone ».', 'Touchez « S’abonner », puis « Ajouter ».'],
  },
  {
    where: 'Google Agenda, Android',
    steps: [
      'Sur un ordinateur de préférence, choisissez « M’abonner dans Google Agenda ».',
      'Confirmez par « Ajouter » : l’agenda apparaît aussi sur votre téléphone.',
      'Sans ordinateur : sur Android, l’application libre ICSx⁵ ouvre « M’abonner sur ce téléphone ».',
    ],
  },
  {
    where: 'Outlook',
    steps: [
      'Copiez l’adresse.',
      'Dans Outlook : « Ajouter un calendrier », « S’abonner à partir du web », puis collez l’adresse.',
    ],
  },
  {
    where: 'Thunderbird',
    steps: [
      'Copiez l’adresse.',
      'Dans l’agenda : « Nouvel agenda », « Sur le réseau », puis collez l’adresse, sans nom d’utilisateur.',
    ],
  },
];

function HowTos() {
  return (
    <div className="grid gap-3">
      {HOW_TOS.map(({ where, steps }) => (
        <details key={where} className="fold">
          <summary>{where}</summary>
          <ol className="list-decimal pl-5">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      ))}
      <p className="text-soft">
        Google relit un agenda toutes les 8 à 24 heures : une annulation du jour peut y arriver trop tard. Les personnes
        inscrites en sont prévenues par courriel.
      </p>
    </div>
  );
}
