import { warningAt, type Finding } from './finding.ts';
import type { ExternalLink } from './links.ts';

/** How other sites are asked. */
export interface AskOptions {
  fetch: typeof fetch;
  /** Milliseconds that a site has to answer. */
  timeout: number;
  /** Sites asked at the same time. */
  atOnce: number;
}

/** What became of asking for an address: a status, or nothing when no answer came. */
type Answer = { status: number } | { status: null; why: 'slow' | 'unreachable' };

/** What asking all addresses found. */
export interface AskedLinks {
  findings: Finding[];
  asked: number;
  /** No site at all has answered: it is the network that is missing, and nothing is known of the links. */
  withoutNetwork: boolean;
}

async function ask(url: string, method: 'HEAD' | 'GET', { fetch: send, timeout }: AskOptions): Promise<Answer> {
  try {
    const response = await send(url, {
      method,
      redirect: 'follow',
      signal: AbortSignal.timeout(timeout),
      headers: { accept: 'text/html,*/*' },
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return {
      status: null,
      why: error instanceof DOMException && error.name === 'TimeoutError' ? 'slow' : 'unreachable',
    };
  }
}

/** Many sites answer only to requests for the whole page. */
async function askTwice(url: string, options: AskOptions): Promise<Answer> {
  const answer = await ask(url, 'HEAD', options);
  return answer.status === null || answer.status < 400 ? answer : ask(url, 'GET', options);
}

function sentenceOf(url: string, answer: Answer): string | null {
  if (answer.status === null)
    return answer.why === 'slow'
      ? `${url} non risponde in tempo: provalo.`
      : `${url} non si raggiunge: controlla come è scritto.`;
  if (answer.status < 400) return null;
  if (answer.status === 404 || answer.status === 410) return `la pagina ${url} non c’è più: cerca il nuovo indirizzo.`;
  if ([401, 403, 405, 429].includes(answer.status))
    return `${url} non si lascia controllare da un programma (${answer.status}): aprilo tu.`;
  return `${url} risponde con un errore (${answer.status}): riprova, e se continua cambialo.`;
}

/** Asks the sites that links lead to whether the pages are still there, each address once. */
export async function askLinks(links: readonly ExternalLink[], options: AskOptions): Promise<AskedLinks> {
  const addresses = [...new Set(links.map(({ url }) => url.replace(/#.*$/, '')))].filter((url) => URL.canParse(url));
  const answers = new Map<string, Answer>();
  const queue = addresses.values();
  const work = async () => {
    for (const url of queue) answers.set(url, await askTwice(url, options));
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  const withoutNetwork = addresses.length > 0 && [...answers.values()].every(({ status }) => status === null);
  if (withoutNetwork) return { findings: [], asked: addresses.length, withoutNetwork };
  const findings = links.flatMap(({ url, place }) => {
    const answer = answers.get(url.replace(/#.*$/, ''));
    const sentence = answer && sentenceOf(url, answer);
    return sentence ? [warningAt(place, sentence)] : [];
  });
  return { findings, asked: addresses.length, withoutNetwork };
}
