/** What a page says when the application itself cannot answer. */
export interface PlainPage {
  readonly title: string;
  readonly text: string;
  readonly requestId: string;
  readonly nonce: string;
}

const STYLE = `body{font:1.125rem/1.6 system-ui,sans-serif;margin:0;background:#fbf7f0;color:#23303a}
main{max-width:36rem;margin:15vh auto 0;padding:0 1.5rem}h1{font-size:1.75rem;line-height:1.2}small{color:#56636d}
a{color:#0b5a5e}@media(prefers-color-scheme:dark){body{background:#182026;color:#ece7de}small{color:#aab4bb}a{color:#7fd0d0}}`;

/**
 * A complete French page without the framework. `title` and `text` are the application's own words.
 */
export function plainPage({ title, text, requestId, nonce }: PlainPage): string {
  return `<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} – Ribambelle</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">Revenir à l’accueil</a></p><p><small>Référence : ${requestId}</small></p></main></body>
</html>
`;
}

export const STARTING = {
  title: 'Ribambelle se prépare',
  text: 'L’application démarre. Rechargez cette page dans quelques secondes.',
} as const;

export const FOREIGN = {
  title: 'Envoi refusé',
  text: 'Ce formulaire ne vient pas d’une page de Ribambelle. Ouvrez la page dans l’application et recommencez.',
} as const;

export const TOO_LARGE = {
  title: 'Envoi trop volumineux',
  text: 'Ce que vous avez envoyé dépasse la taille acceptée (1 Mo).',
} as const;

export const LENGTH_NEEDED = {
  title: 'Envoi incomplet',
  text: 'La taille de l’envoi n’est pas indiquée. Rechargez la page et recommencez.',
} as const;

export const BROKEN = {
  title: 'Une erreur est survenue',
  text: 'Rien n’a été enregistré. Réessayez ; si cela se reproduit, donnez la référence ci-dessous à votre relais.',
} as const;
