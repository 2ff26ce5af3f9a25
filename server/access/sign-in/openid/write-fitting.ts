import { ViglaError } from '#server/errors.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';

type Write = { sessions: Sessions; request: Request; session: Session };

/**
 * Writes a session, without its ID token where it does not fit otherwise: that is only a hint for signing out.
 * @throws ViglaError `too_large`
 */
export async function writeFitting({ sessions, request, session }: Write): Promise<string[]> {
  try {
    return await sessions.write(request, session);
  } catch (error) {
    if (!(error instanceof ViglaError) || session.openid?.idToken === undefined) throw error;
    const { idToken: _left, ...openid } = session.openid;
    return await sessions.write(request, { ...session, openid });
  }
}
