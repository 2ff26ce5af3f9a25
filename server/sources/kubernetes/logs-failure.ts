import { ViglaError } from '#server/errors.ts';
import type { LogQuestion } from '#server/sources/interface.ts';
import { ApiError, codeOf, describeFailure } from './api-error.ts';

type Words = { code: 'not_found' | 'source_failed' | 'source_unreachable'; text: string };

/** What the API server and the kubelet say in a 400 or 404, each by the words that do not change. */
const refusals: readonly { says: RegExp; words(question: LogQuestion, match: RegExpExecArray): Words }[] = [
  {
    says: /is waiting to start(?:: (?<reason>.+))?/,
    words: ({ pod, container }, { groups }) =>
      absent(
        `Container ${container} of pod ${pod} has not started yet (${groups?.reason ?? 'waiting'}), so it has no log.`,
      ),
  },
  {
    says: /previous terminated container .* not found/,
    words: ({ pod, container }) =>
      absent(`Container ${container} of pod ${pod} has not run before, or its earlier log is gone.`),
  },
  {
    says: /container \S+ is not valid for pod|container .* not found in pod/,
    words: ({ pod, container }) => absent(`Pod ${pod} has no container named ${container}.`),
  },
  {
    says: /is terminated|is not available/,
    words: ({ pod, container }) =>
      absent(`Container ${container} of pod ${pod} has ended and its log is gone.`),
  },
];

const byStatus: Readonly<Record<number, (question: LogQuestion, said: string) => Words>> = {
  401: (_, said) =>
    failed(
      `The Kubernetes API does not take Vigla's credentials any more: ${said}. Renew them to read logs.`,
    ),
  403: ({ namespace }, said) =>
    failed(
      `Vigla may not read logs in the namespace ${namespace}: ${said}. Grant its account the verb get on pods/log.`,
    ),
  404: ({ namespace, pod }) =>
    absent(`Pod ${namespace}/${pod} is gone: it was deleted, or replaced by a pod with another name.`),
  410: ({ pod, container }) =>
    absent(`The log of container ${container} of pod ${pod} is gone: the Kubernetes API keeps it no longer.`),
  429: (_, said) =>
    unreachable(
      `The Kubernetes API refuses more requests for the moment: ${said}. Ask again a little later.`,
    ),
  502: kubeletAway,
  503: kubeletAway,
  504: kubeletAway,
};

/** What went wrong while a log was read, as the one sentence for the reader. */
export function logFailure(error: unknown, question: LogQuestion): ViglaError {
  if (error instanceof ViglaError) return error;
  const { code, text } = error instanceof ApiError ? refused(error, question) : broken(error, question);
  return new ViglaError(code, text, { cause: error });
}

/** The kubelet answers 200 and then this, when the runtime has removed the file. */
export function isLostLog(text: string): boolean {
  return /^(unable to retrieve container logs for |failed to try resolving symlinks in path )/.test(text);
}

export function lostLog({ pod, container }: LogQuestion): ViglaError {
  return new ViglaError(
    'not_found',
    `The node no longer has the log of container ${container} of pod ${pod}.`,
  );
}

function refused(error: ApiError, question: LogQuestion): Words {
  if (error.status === 400) {
    for (const { says, words } of refusals) {
      const match = says.exec(error.message);
      if (match !== null) return words(question, match);
    }
  }
  const words = byStatus[error.status];
  if (words !== undefined) return words(question, error.message);
  if (/dial tcp|i\/o timeout|connection refused|no route to host/.test(error.message))
    return kubeletAway(question, error.message);
  return failed(
    `The Kubernetes API could not read the log of pod ${question.pod}: ${describeFailure(error)}.`,
  );
}

function broken(error: unknown, { pod, container }: LogQuestion): Words {
  const isSlow = /TIMEOUT/.test(codeOf(error) ?? '');
  const what = isSlow ? 'fell silent' : 'was lost';
  return unreachable(
    `The connection to the Kubernetes API ${what} while the log of container ${container} of pod ${pod} was read: ${describeFailure(error)}.`,
  );
}

function kubeletAway({ pod }: LogQuestion, said: string): Words {
  return unreachable(`The node of pod ${pod} does not answer for its log: ${said}.`);
}

function absent(text: string): Words {
  return { code: 'not_found', text };
}

function failed(text: string): Words {
  return { code: 'source_failed', text };
}

function unreachable(text: string): Words {
  return { code: 'source_unreachable', text };
}
