import { offsetInstant } from '#app/time/local.ts';

type Shown = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  cancelled: boolean;
  description: string;
  relais: { slug: string; name: string };
  place: { kind: 'PLACE' | 'REMOTE' | 'TO_CONFIRM'; name: string; address: string };
  commune: string | null;
};

/** A session as search engines read it: an Event of schema.org. Tells nothing about persons. */
export function schemaEvent(session: Shown, appUrl: string) {
  const { id, title, startsAt, endsAt, zone, cancelled, description, relais, place } = session;
  const url = new URL(`/seances/${id}`, appUrl).href;
  const mode = place.kind === 'REMOTE' ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    startDate: offsetInstant(startsAt, zone),
    endDate: offsetInstant(endsAt, zone),
    eventStatus: `https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${mode}`,
    ...(description === '' ? {} : { description }),
    location: locationOf(session, url),
    organizer: { '@type': 'Organization', name: relais.name, url: new URL(`/relais/${relais.slug}`, appUrl).href },
    isAccessibleForFree: true,
    inLanguage: 'fr',
    url,
  };
}

function locationOf({ place, commune, relais }: Shown, url: string) {
  if (place.kind === 'REMOTE') return { '@type': 'VirtualLocation', name: place.name, url };
  const name = place.kind === 'TO_CONFIRM' ? relais.name : place.name;
  const address = {
    '@type': 'PostalAddress',
    ...(place.address === '' ? {} : { streetAddress: place.address }),
    ...(commune === null ? {} : { addressLocality: commune }),
    addressCountry: 'FR',
  };
  return { '@type': 'Place', name, address };
}
