const PRIVATE = [
  '/agenda/',
  '/offres/',
  '/desistement/',
  '/lecture/',
  '/propositions/',
  '/messages/',
  '/besoins/',
  '/avis/',
  '/attestations/',
  '/connexion',
  '/deconnexion',
  '/mon-espace',
  '/animation',
  '/intervenant',
];

/** Said by name, for those who wonder. */
const CALENDARS = ['/relais/*/agenda.ics', '/gestionnaires/*/agenda.ics', '/lieux/*/agenda.ics'];

const TEXT = [
  'User-agent: *',
  'Allow: /',
  ...CALENDARS.map((path) => `Allow: ${path}`),
  ...PRIVATE.map((path) => `Disallow: ${path}`),
  '',
].join('\n');

/** Pages and calendars for everyone may be indexed; what opens with a link or an account may not. */
export function loader() {
  return new Response(TEXT, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  });
}
