/** A browser of few words for the server's tests: it keeps cookies, follows redirects and remembers what it saw. */
import type { Handler } from './api.ts';

/** One answer of the portal, as it came. */
export interface SeenAnswer {
  path: string;
  status: number;
  location: string | null;
  cookies: string[];
  body: string;
}

export interface Visit {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as a form, by POST. */
  form?: Record<string, string>;
}

export interface Browser {
  /** By name; localhost's ports share them, as in a real browser. */
  cookies: Map<string, string>;
  /** Every answer of the portal so far. */
  seen: SeenAnswer[];
  /** Opens an address and goes where it leads. */
  open(address: string | URL, visit?: Visit): Promise<{ url: URL; response: Response }>;
  /** Opens an address and stays there. */
  step(address: string | URL, visit?: Visit): Promise<Response>;
}

/** A browser for which `portal` answers at `portalOrigin`, and the network everywhere else. */
export function createBrowser(portalOrigin: string, portal: Handler): Browser {
  const cookies = new Map<string, string>();
  const seen: SeenAnswer[] = [];

  async function step(address: string | URL, { form, method, headers = {} }: Visit = {}): Promise<Response> {
    const url = new URL(address, portalOrigin);
    const request = new Request(url, {
      method: method ?? (form ? 'POST' : 'GET'),
      redirect: 'manual',
      headers: { ...headers, cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    const response = url.origin === portalOrigin ? await portal(request) : await fetch(request);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    if (url.origin === portalOrigin) {
      seen.push({
        path: url.pathname + url.search,
        status: response.status,
        location: response.headers.get('location'),
        cookies: response.headers.getSetCookie(),
        body: await response.clone().text(),
      });
    }
    return response;
  }

  async function open(address: string | URL, visit?: Visit): Promise<{ url: URL; response: Response }> {
    const url = new URL(address, portalOrigin);
    const response = await step(url, visit);
    const location = response.headers.get('location');
    return location === null ? { url, response } : open(new URL(location, url));
  }

  return { cookies, seen, open, step };
}
