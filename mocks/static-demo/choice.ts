/**
 * Who is signed in to the static demo: a cookie that a page can write, because there is no server to write one. It
 * names the demo citizen and the level of assurance asked, nothing else: `giulia-ferraris.2`.
 */
const cookieName = 'fdc_demo_citizen';

export interface Choice {
  /** A demo citizen's id. */
  readonly citizen: string;
  readonly level: 1 | 2;
}

/** The choice among the cookies of a page, written as in `document.cookie`; null when there is none. */
export function readChoice(cookies: string): Choice | null {
  const written = cookies.split('; ').find((pair) => pair.startsWith(`${cookieName}=`));
  const [, citizen, level] = /=([a-z-]+)\.([12])$/.exec(written ?? '') ?? [];
  return citizen === undefined ? null : { citizen, level: level === '2' ? 2 : 1 };
}

/** What is assigned to `document.cookie` to keep a choice until the browser closes, or to forget it. */
export function choiceCookie(choice: Choice | null, origin: string): string {
  const value = choice === null ? '; Max-Age=0' : `${choice.citizen}.${choice.level}`;
  return `${cookieName}=${value}; Path=/; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`;
}
