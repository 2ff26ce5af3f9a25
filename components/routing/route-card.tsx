import { RuleCanaryPanel } from '#components/canaries/rule-canary-panel.tsx';
import { Tag } from '#components/ui/chip.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { RouteRule, ServiceRoute } from '#lib/contract/routing.ts';
import { DestinationLine } from './destination-line.tsx';
import { words } from './words.ts';

type RouteCardProps = {
  route: ServiceRoute;
  /** Of all route objects on the page. */
  namespaces: readonly string[];
};

/** A route object: who applies it, and its rules in the order in which they are tried. */
export function RouteCard({ route, namespaces }: RouteCardProps) {
  const { object, side, gateways, hosts, rules, isInForce, why } = route;
  const where = side === 'mesh' ? words.callers : words.gateway(gateways.map(({ name }) => name).join(', '));
  return (
    <article className={classNames('mx-4 mb-3 rounded-lg border', !isInForce && 'border-dashed')}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-2">
        <Tag>{object.kind}</Tag>
        <h3 className="font-semibold">
          <ObjectLink object={object} className="hover:underline">
            {object.namespace}/{object.name}
          </ObjectLink>
        </h3>
        <span className="text-ink-muted">{where}</span>
        <span className="mono min-w-0 truncate text-xs text-ink-muted" title={hosts.join(', ')}>
          {hosts.join(', ')}
        </span>
        <span className="ml-auto inline-flex items-center gap-2">
          <StatusBadge
            status={isInForce ? 'healthy' : 'degraded'}
            text={isInForce ? words.inForce : words.notInForce}
          />
          <WhyPopover title={isInForce ? words.whyInForce : words.whyNot} explanation={why} side="left" />
        </span>
      </header>
      <ol>
        {rules.map((rule) => (
          <Rule
            key={`${rule.object.name} ${rule.path} ${rule.matches.join()}`}
            rule={rule}
            namespaces={namespaces}
          />
        ))}
      </ol>
    </article>
  );
}

function Rule({ rule, namespaces }: Pick<RouteCardProps, 'namespaces'> & { rule: RouteRule }) {
  const { name, object, path, matches, actions, destinations, isUnreachable } = rule;
  return (
    <li
      className={classNames(
        'grid grid-cols-1 gap-x-4 gap-y-1 border-b px-3 py-2 last:border-b-0 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]',
        isUnreachable && 'opacity-60',
      )}
    >
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2">
          {name !== undefined && <span className="font-medium">{name}</span>}
          <ObjectLink
            object={object}
            path={path}
            className="mono text-2xs text-ink-muted hover:text-ink hover:underline"
          >
            {path}
          </ObjectLink>
        </div>
        <ul>
          {matches.length === 0 && <li className="text-ink-muted">{words.everyRequest}</li>}
          {matches.map((match, index) => (
            <li key={match} className="break-words">
              {index > 0 && <span className="text-ink-muted">{words.or} </span>}
              {match}
            </li>
          ))}
        </ul>
        {isUnreachable && <p className="text-warn">{words.unreachable}</p>}
      </div>
      <div className="min-w-0">
        <ul className="flex flex-col gap-1">
          {destinations.length === 0 && actions.length === 0 && (
            <li className="text-ink-muted">{words.nothingSent}</li>
          )}
          {destinations.map((destination) => (
            <DestinationLine
              key={`${destination.host} ${destination.subset} ${destination.port}`}
              destination={destination}
            />
          ))}
        </ul>
        {destinations.length > 1 && <RuleCanaryPanel object={object} path={path} namespaces={namespaces} />}
        {actions.length > 0 && (
          <ul className="mt-1 text-ink-muted">
            {actions.map((action) => (
              <li key={action} className="break-words">
                {action}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
