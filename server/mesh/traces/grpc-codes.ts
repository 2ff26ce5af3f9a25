/** gRPC's status codes by number. Source: gRPC's "Status codes and their use". */
const names = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
];

/** `14` as `gRPC 14 UNAVAILABLE`; a name stays a name. */
export function grpcStatusText(code: string): string {
  const name = /^\d+$/.test(code) ? names[Number(code)] : undefined;
  return name === undefined ? `gRPC ${code}` : `gRPC ${code} ${name}`;
}
