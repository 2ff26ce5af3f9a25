import { Fragment } from 'react';
import { HealthWhy } from '#components/ui/health-why.tsx';
import type { Trust } from '#lib/contract/mesh.ts';
import { Moment } from '../moment.tsx';
import { Section } from '../section.tsx';
import { words } from './words.ts';

/** Whom the proxies trust: the names of trust domains, and how long the root certificate lives. */
export function TrustSection({ trust: { domains, roots } }: { trust: Trust }) {
  return (
    <Section title={words.trust} count={domains.length + roots.length} empty={words.noTrust}>
      <dl className="grid gap-x-6 gap-y-0.5 px-4 md:grid-cols-[max-content_minmax(0,1fr)]">
        {domains.map(({ revision, domain, aliases }) => (
          <Fragment key={`${revision} ${domain}`}>
            <dt className="text-ink-muted">{words.trustDomain(revision)}</dt>
            <dd className="min-w-0 wrap-anywhere">
              <span className="mono">{domain}</span>{' '}
              {aliases.length > 0 && (
                <span className="text-ink-muted">{words.aliases(aliases.join(', '))}</span>
              )}
            </dd>
          </Fragment>
        ))}
        {roots.map(({ replica, expiresAt, health }) => (
          <Fragment key={replica}>
            <dt className="text-ink-muted">{words.root(replica)}</dt>
            <dd className="flex flex-wrap gap-x-2">
              <Moment at={expiresAt} />
              <HealthWhy name={words.trust} health={health} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
}
