import autocannon from 'autocannon';

const SECONDS = 2;
const CONNECTIONS = 10;

/** Requests per second that an address answers, each with that status. */
export async function requestsPerSecond(
  url: string,
  { headers = {}, status = 200 }: { headers?: Record<string, string>; status?: number } = {},
): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
  const answers = result.statusCodeStats ?? {};
  const others = Object.keys(answers).filter((code) => code !== String(status));
  if (others.length > 0 || result.errors > 0) throw new Error(`${url} answered ${JSON.stringify(answers)}`);
  return result.requests.total / result.duration;
}

/** The size of a page's HTML, in bytes, before compression. */
export async function sizeOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(url, { headers });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}
