import type { ReactNode } from 'react';

type DocumentProps = { title: string; preview: string; children: ReactNode };

/** The page of a mail: French, no script, nothing fetched from elsewhere. */
export function Document({ title, preview, children }: DocumentProps) {
  return (
    <html lang="fr" dir="ltr">
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
      </head>
      <body style={{ margin: 0, padding: 0, backgroundColor: '#FBF7F0' }}>
        <div data-skip-in-text style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>
          {preview}
        </div>
        {children}
      </body>
    </html>
  );
}
