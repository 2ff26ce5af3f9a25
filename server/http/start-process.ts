import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { notePeerAddresses } from '#server/access/sign-in/peer-address.ts';
import { getConfig } from '#server/config.ts';
import { messageOf } from '#server/errors.ts';
import { getBefore, getSources } from '#server/sources/sources.ts';
import { logger } from '#server/telemetry.ts';
import { passContentTypeAsText } from './plain-content-type.ts';
import { boundServers } from './stop/http-servers.ts';
import { stopOnSignal } from './stop/stop-on-signal.ts';

/** Builds the sources, so that what is wrong with the configuration is said at start and not to the first visitor. */
export function startProcess(): void {
  passContentTypeAsText();
  notePeerAddresses();
  boundServers();
  try {
    logger().level = getConfig().VIGLA_LOG_LEVEL;
    getSources();
    getBefore();
    getSignIn();
    // The server of development has more to do at its end.
    if (process.env.NODE_ENV === 'production') stopOnSignal(getConfig());
  } catch (error) {
    process.stderr.write(`vigla: cannot start: ${messageOf(error)}\n`);
    process.exit(1);
  }
}
