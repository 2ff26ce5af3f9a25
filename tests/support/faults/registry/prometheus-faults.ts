import { faultAt, type MeshFault, refusedAt } from '../mesh-fault.ts';

const source = 'prometheus';
const door = 'prometheus';
const witness = '/api/workloads';
const atPrometheus = faultAt({ source, door, witness });
const page = '<!doctype html><title>Sign in</title>';
const refusedQuery = JSON.stringify({
  status: 'error',
  errorType: 'execution',
  error: 'query processing would load too many samples into memory',
});

export const prometheusFaults: readonly MeshFault[] = [
  refusedAt({ source, doors: [door], witness })('connections are refused'),
  atPrometheus('500', { kind: 'answer', status: 500, type: 'text/plain', body: 'oh no' }),
  atPrometheus('422', { kind: 'answer', status: 422, type: 'application/json', body: refusedQuery }),
  atPrometheus('a page instead', { kind: 'answer', status: 200, type: 'text/html', body: page }),
  atPrometheus('half an answer', { kind: 'half', ending: 'end' }),
  atPrometheus('never an answer', { kind: 'drop' }),
  faultAt({ source, door })('NaN and infinite values', { kind: 'edit', edit: withoutNumbers }, 'true'),
  atPrometheus('warnings of partial responses', { kind: 'edit', edit: withWarning }),
];

/** Three of four values are none. */
function withoutNumbers(text: string): string {
  const odd = ['NaN', '+Inf', '-Inf'];
  let count = 0;
  return text.replaceAll(/"-?[\d.e+]+"\]/g, (value) => {
    const none = odd[count % 4];
    count += 1;
    return none === undefined ? value : `"${none}"]`;
  });
}

function withWarning(text: string): string {
  return text.replace('"data":', '"warnings":["store 10.0.0.7 gave no answer: partial response"],"data":');
}
