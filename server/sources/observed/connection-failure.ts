/** Why no whole answer came back. `isTransient`: the next try may well succeed. */
export type ConnectionFailure = { reason: string; isTransient: boolean };

const lostConnection =
  /^(ECONN|EPIPE|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|UND_ERR_(SOCKET|CONNECT|CLOSED|ABORTED))/;
const certificate = /CERT|^(UNABLE_TO_|DEPTH_ZERO|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/;

/** The failure below the HTTP answer that an error stands for, found along its causes; undefined when it is another. */
export function connectionFailure(error: unknown): ConnectionFailure | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const text = cause.message === '' ? code : cause.message;
    if (certificate.test(code)) return { reason: `its certificate was refused: ${text}`, isTransient: false };
    if (lostConnection.test(code))
      return { reason: text.includes(code) ? text : `${text}, ${code}`, isTransient: true };
  }
  return undefined;
}
