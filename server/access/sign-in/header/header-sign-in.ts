import { BlockList, isIPv6 } from 'node:net';
import type { Config } from '#server/config.ts';
import { ViglaError } from '#server/errors.ts';
import { namedUser } from '../named-user.ts';
import { peerAddressOf } from '../peer-address.ts';
import type { Place } from '../place.ts';
import type { SignIn } from '../sign-in.ts';

type Settings = Pick<Config, 'HEADER_USER' | 'HEADER_GROUPS' | 'HEADER_TRUSTED_PROXIES'>;

/** An identity-aware proxy in front says in headers who asks. It is believed only where the connection is its own. */
export function headerSignIn(settings: Settings, place: Place): SignIn {
  const { HEADER_USER: userHeader, HEADER_GROUPS: groupsHeader } = settings;
  const trusted = new BlockList();
  for (const { address, prefix, family } of settings.HEADER_TRUSTED_PROXIES ?? [])
    trusted.addSubnet(address, prefix, family);

  return {
    mode: 'header',
    place,
    async identify(request) {
      const peer = peerAddressOf(request);
      if (peer === undefined || !trusted.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4'))
        throw unknown(
          `This connection comes from ${peer ?? 'an unknown address'}, which is not among HEADER_TRUSTED_PROXIES. Open Vigla through the proxy that signs people in.`,
        );
      const given = request.headers.get(userHeader) ?? '';
      // Several headers of one name arrive as one with commas: which of them the proxy wrote cannot be told.
      if (given.includes(',')) throw unknown(`The header ${userHeader} names more than one user.`);
      const groups = (request.headers.get(groupsHeader) ?? '').split(',');
      const user = namedUser({ name: given, groups });
      if (user === undefined) throw unknown(`The proxy in front of Vigla names no user in ${userHeader}.`);
      return { ...user, isAnonymous: false };
    },
  };
}

function unknown(words: string): ViglaError {
  return new ViglaError('unauthenticated', words);
}
