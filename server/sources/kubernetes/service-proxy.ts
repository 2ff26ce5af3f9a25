import { Readable } from 'node:stream';
import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import { boundedText } from '#server/sources/observed/bounded-text.ts';
import type { HttpAnswer } from '#server/sources/observed/http-client.ts';
import type { AskService, ServicePlace } from '#server/sources/observed/service-place.ts';
import type { ApiClient } from './api-client.ts';
import { describeFailure } from './api-error.ts';
import { proxyFailure } from './service-proxy-failure.ts';

/** Beyond it a proxy between here and the API server may cut an address; a form has no such limit. */
const mostAddressCharacters = 16_000;
const maximumRefusalBytes = 256 * 1024;

/** Only the API server's own refusals look like this; what a Service says goes through unchanged. */
const ownRefusal = z.looseObject({
  kind: z.literal('Status'),
  apiVersion: z.literal('v1'),
  status: z.literal('Failure'),
  message: z.string().default('it gives no reason'),
});

/** Headers that would speak to the API server instead of the Service: who asks, and on whose behalf. */
const notForServices = /^(authorization|cookie|host|connection|content-.*|impersonate-.*|x-remote-.*)$/i;

/**
 * Services through the API server's service proxy, with Vigla's own credentials, which stay with the API server. Forms go
 * as GET while they are short, so that the right to `get` is all that is needed.
 */
export function createServiceProxy(client: Pick<ApiClient, 'askService'>): AskService {
  return async (place, { path, parameters, form, headers = {}, signal }) => {
    const isPosted =
      form !== undefined && new URLSearchParams(form).toString().length > mostAddressCharacters;
    const asked = {
      path: proxyPath(place, path),
      query: { ...parameters, ...(isPosted ? {} : form) },
      ...(isPosted && { form: new URLSearchParams(form).toString() }),
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !notForServices.test(name))),
      signal,
    };
    const answer = await client.askService(asked).catch((error: unknown) => {
      signal.throwIfAborted();
      const words = `The Kubernetes API, through which ${place.namespace}/${place.service} is asked, could not be reached: ${describeFailure(error)}.`;
      throw new ViglaError('source_unreachable', words, { cause: error });
    });
    if (answer.statusCode < 400) return answer;
    const text = await readText(answer);
    const refused = ownRefusal.safeParse(parsed(text));
    if (refused.success)
      throw proxyFailure({ place, status: answer.statusCode, said: refused.data.message, isPosted });
    return { statusCode: answer.statusCode, headers: answer.headers, body: bodyOf(text) };
  };
}

/**
 * @throws ViglaError `forbidden` for a path that leads out of the Service, into the API server itself
 */
function proxyPath({ namespace, service, port, scheme }: ServicePlace, path: string): string {
  const name = scheme === 'https' ? `https:${service}:${port}` : `${service}:${port}`;
  const segments = path.split(/\/|\\|%2f|%5c/i);
  if (segments.some((segment) => /^(\.|%2e){1,2}$/i.test(segment)))
    throw new ViglaError('forbidden', `Vigla does not ask Services for "${path}": it leads elsewhere.`);
  const url = new URL('http://service');
  url.pathname = `/api/v1/namespaces/${namespace}/services/${name}/proxy${path}`;
  return url.pathname;
}

async function readText({ body }: HttpAnswer): Promise<string> {
  const limits = {
    limitBytes: maximumRefusalBytes,
    what: 'The refusal of a Service',
    advice: 'Look into its log.',
  };
  let text = '';
  for await (const part of boundedText(body, limits)) text += part;
  return text;
}

function bodyOf(text: string): HttpAnswer['body'] {
  return Object.assign(Readable.from([Buffer.from(text)]), { dump: async () => undefined });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
