import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { notePeerAddresses } from '#server/access/sign-in/peer-address.ts';
import { getConfig } from '#server/config.ts';
import { messageOf } from '#server/errors.ts';
import { getBefore, getSources } from '#server/sources/sources.ts';
import { logger } from '#server/telemetry.ts';
import { passContentTypeAsText } from './plain-content-type.ts';

/** Builds the sources, so that what is wrong with the configuration is said at start and not to the first visitor. */
export function startProcess(): void {
  passContentTypeAsText();
  notePeerAddresses();
  try {
    logger().level = getConfig().VIGLA_LOG_LEVEL;
    getSources();
    getBefore();
    getSignIn();
  } catch (error) {
    process.stderr.write(`vigla: cannot start: ${messageOf(error)}\n`);
    process.exit(1);
  }
}
