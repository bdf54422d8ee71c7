/** The three ways to subscribe to one feed. */
export type SubscribeAddresses = { readonly https: string; readonly webcal: string; readonly google: string };

/** `https` as given; `webcal:` for Apple, Thunderbird and ICSx5; Google's page, which wants the encoded webcal address. */
export function subscribeAddresses(url: string): SubscribeAddresses {
  const webcal = url.replace(/^https?:/, 'webcal:');
  return { https: url, webcal, google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}` };
}

/** The https address of a private feed. */
export function privateFeedUrl(token: string, appUrl: string): string {
  return new URL(`/agenda/${token}.ics`, appUrl).href;
}
