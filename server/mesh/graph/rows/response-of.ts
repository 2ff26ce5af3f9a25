import type { EdgeProtocol } from '#lib/contract/graph.ts';
import type { RowResponse } from './edge-row.ts';

type ResponseLabels = { code: string; grpcStatus: string; flags: string };

/**
 * The answer that a series stands for. Istio writes response code 0 where no response came. A gRPC call answers 200
 * and carries its real status apart, unless HTTP itself failed or the status label is absent.
 */
export function responseOf(protocol: EdgeProtocol, labels: ResponseLabels): RowResponse {
  const flags = labels.flags === '' ? '-' : labels.flags;
  if (protocol === 'tcp') return { code: '-', flags, outcome: 'success' };
  if (labels.code === '0' || labels.code === '') return { code: '-', flags, outcome: 'error' };
  const transportFailed = /^[45]\d\d$/.test(labels.code);
  if (protocol === 'grpc' && !transportFailed && labels.grpcStatus !== '')
    return { code: labels.grpcStatus, flags, outcome: labels.grpcStatus === '0' ? 'success' : 'error' };
  if (labels.code.startsWith('5')) return { code: labels.code, flags, outcome: 'error' };
  return { code: labels.code, flags, outcome: labels.code.startsWith('4') ? 'clientError' : 'success' };
}
