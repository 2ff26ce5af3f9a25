import type { SourceStatus } from '#lib/contract/status.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { ServiceSearch } from '#server/sources/observed/service-search.ts';
import { grantCommand } from './grant-command.ts';
import { addressOf, type Look, nameOf, type PassedOver } from './look.ts';

type Wanted = Pick<ServiceSearch, 'what' | 'names' | 'variable'>;

/** The error that stands for having found nothing: what was looked for, and what is in the way of what looks like it. */
export function notFound({ passedOver, unread }: Look, wanted: Wanted): ViglaError {
  const [first] = passedOver;
  const reason =
    unread !== undefined
      ? `Services could not be read: ${unread}`
      : first === undefined
        ? `no Service has a well-known name or label, such as ${wanted.names}`
        : passedOver.map(lineOf).join(' ');
  const message = `No ${wanted.what} was found in the cluster: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`;
  return new ViglaError('source_unreachable', message);
}

/** How a source came to be known, and what would help where it is not. */
export function placeOf(look: Look, wanted: Wanted): Partial<SourceStatus> {
  const { found, passedOver } = look;
  const fix = fixOf(look, wanted);
  if (found === undefined) return fix === undefined ? {} : { fix };
  const { candidate } = found;
  return {
    address: addressOf(candidate),
    found: `Service ${nameOf(candidate)} (${candidate.title}), through the API server`,
    ...(passedOver.length > 0 && { details: passedOver.map(lineOf) }),
    ...(fix !== undefined && { fix }),
  };
}

function lineOf({ candidate, error }: PassedOver): string {
  return `${addressOf(candidate)} was passed over: ${messageOf(error)}`;
}

/** A right that is missing comes first: a better store may be behind it. */
function fixOf({ found, passedOver, unread }: Look, { variable }: Wanted): SourceStatus['fix'] {
  const refused = passedOver.find(({ error }) => error instanceof ViglaError && error.code === 'forbidden');
  if (refused !== undefined) {
    const { namespace } = refused.candidate;
    return {
      words: `Grant Vigla's account the verb get on services/proxy in ${namespace}, or set ${variable}.`,
      command: grantCommand(namespace, messageOf(refused.error)),
    };
  }
  if (found !== undefined) return undefined;
  if (unread !== undefined)
    return {
      words: `Grant Vigla's account the verbs list and watch on services, or set ${variable}.`,
      command: 'kubectl auth can-i list services --all-namespaces',
    };
  return { words: `Set ${variable} to its address.`, command: 'kubectl get services --all-namespaces' };
}
