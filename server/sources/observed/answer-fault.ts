import type { AnswerFault } from '#lib/failure-class.ts';

const byStatus: Readonly<Record<number, AnswerFault>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  502: 'gateway',
  503: 'gateway',
  504: 'gateway',
};

/** What an HTTP status of a refusal says is wrong; undefined where it says nothing of the kind. */
export function answerFault(status: number): AnswerFault | undefined {
  return status >= 300 && status < 400 ? 'redirected' : byStatus[status];
}
