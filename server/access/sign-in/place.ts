import type { Config } from '#server/config.ts';

/** Where people reach Vigla. */
export type Place = {
  /** Before every path of this site, without a slash at its end: `` or `/vigla`. */
  basePath: string;
  /** Whole addresses, for others to send people back to; undefined where no address is configured. */
  address(path: string): string | undefined;
  /** Whether cookies may be kept from plain HTTP. */
  isSecure(request: Request): boolean;
};

export function placeOf(settings: Pick<Config, 'VIGLA_BASE_PATH' | 'VIGLA_PUBLIC_URL'>): Place {
  const { VIGLA_BASE_PATH: basePath, VIGLA_PUBLIC_URL: configured } = settings;
  if (configured === undefined)
    return { basePath, address: () => undefined, isSecure: (request) => schemeOf(request) === 'https' };
  const { origin, protocol } = new URL(configured);
  return {
    basePath,
    address: (path) => origin + basePath + path,
    isSecure: () => protocol === 'https:',
  };
}

/** Whoever sends a wrong header here only spoils a cookie of their own. */
function schemeOf(request: Request): string | undefined {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return forwarded ?? new URL(request.url).protocol.replace(':', '');
}
