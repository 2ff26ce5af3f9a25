/** What a response says about the two sides: `clientError` is the caller's own mistake, `failure` is not. */
export type ResponseClass = 'success' | 'clientError' | 'failure';

/**
 * Class of one response code as Istio reports it. `0` and `-` mean that no response came. A gRPC call has its status
 * (1 to 16 are errors), or an HTTP code of three digits when the transport itself failed.
 */
export function classifyResponse(protocol: 'http' | 'grpc', code: string): ResponseClass {
  if (code === '-' || code === '') return 'failure';
  const number = Number(code);
  if (protocol === 'grpc' && number < 100) return number >= 1 && number <= 16 ? 'failure' : 'success';
  if (number === 0 || number >= 500) return 'failure';
  return number >= 400 ? 'clientError' : 'success';
}
