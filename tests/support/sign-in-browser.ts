import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { guardRequest } from '#server/access/sign-in/guard-request.ts';
import { beginSignIn } from '#server/http/sign-in/begin-sign-in.ts';
import { finishSignIn } from '#server/http/sign-in/finish-sign-in.ts';
import { signOut } from '#server/http/sign-in/sign-out.ts';
import { submitToken } from '#server/http/sign-in/submit-token.ts';

type Handler = (request: Request) => Promise<Response>;
/** An answer, and the address that it came from. */
export type Visited = { address: URL; response: Response };

type BrowserOptions = {
  /** By `GET /api/status`. */
  routes?: Readonly<Record<string, Handler>>;
  /** The address that a proxy in front has seen. */
  client?: string;
};
type Sent = { body: URLSearchParams | undefined; more: Record<string, string> | undefined };

const routes = new Map<string, Handler>([
  ['GET /auth/start', beginSignIn],
  ['GET /auth/callback', finishSignIn],
  ['POST /auth/sign-out', signOut],
  ['POST /auth/token', submitToken],
]);

/**
 * What a browser does: keeps cookies by origin and follows redirects. Vigla is answered in this process, guard first,
 * by the routes of signing in and by `routes` that a test adds; pages are an empty 200.
 */
export class SignInBrowser {
  readonly visited: string[] = [];
  readonly #jars = new Map<string, Map<string, string>>();
  readonly #home: string;
  readonly #added: ReadonlyMap<string, Handler>;
  readonly #client: string;

  constructor(home: string, { routes: added = {}, client = '10.0.0.1' }: BrowserOptions = {}) {
    this.#home = home;
    this.#added = new Map(Object.entries(added));
    this.#client = client;
  }

  /** Cookies by name, for tests that look at or spoil them. */
  jar(origin = this.#home): Map<string, string> {
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    return jar;
  }

  async open(target: string, form?: Record<string, string>, more?: Record<string, string>): Promise<Visited> {
    let address = new URL(target, this.#home);
    let body = form === undefined ? undefined : new URLSearchParams(form);
    for (let hop = 0; hop < 20; hop++) {
      const response = await this.#ask(address, { body, more });
      const location = response.headers.get('location');
      if (location === null) return { address, response };
      await response.body?.cancel();
      address = new URL(location, address);
      body = undefined;
    }
    throw new Error(`The redirects have no end: ${this.visited.join(' ')}`);
  }

  async #ask(address: URL, { body, more }: Sent): Promise<Response> {
    const method = body === undefined ? 'GET' : 'POST';
    this.visited.push(`${method} ${address.origin === this.#home ? address.pathname : address.href}`);
    const jar = this.jar(address.origin);
    const headers = new Headers({ host: address.host, 'x-forwarded-for': this.#client });
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    if (body !== undefined) headers.set('origin', address.origin);
    for (const [name, value] of Object.entries(more ?? {})) headers.set(name, value);
    const request = new Request(address, { method, headers, ...(body && { body }) });
    const isHome = address.origin === this.#home;
    const response = isHome ? await this.#answer(request) : await fetch(request, { redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  }

  async #answer(request: Request): Promise<Response> {
    const { setCookies, cookie, location } = await guardRequest(request, getSignIn());
    if (cookie !== undefined) request.headers.set('cookie', cookie);
    const name = `${request.method} ${new URL(request.url).pathname}`;
    const handler = this.#added.get(name) ?? routes.get(name) ?? (async () => new Response(''));
    const answered =
      location === undefined
        ? await handler(request)
        : new Response(null, { status: 307, headers: { location } });
    for (const line of setCookies) answered.headers.append('set-cookie', line);
    return answered;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice('expires='.length);
  const isOver = expires !== undefined && Date.parse(expires) <= Date.now();
  if (isOver) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}
