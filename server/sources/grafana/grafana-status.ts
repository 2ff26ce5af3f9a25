import type { SourceStatus } from '#lib/contract/status.ts';
import { messageOf } from '#server/errors.ts';
import { failureClass } from '#server/sources/observed/failure-class.ts';
import { settingFix } from '#server/sources/observed/setting-fix.ts';
import type { FoundDashboards } from './find-dashboards.ts';
import { readHealth } from './read-answers.ts';

type Asked = {
  address: string;
  externalUrl: string | undefined;
  /** Its address is a setting, so that settings may be what is wrong. */
  isNamed: boolean;
  health: () => Promise<unknown>;
  find: () => Promise<FoundDashboards>;
};

/** Whether Grafana answers, which dashboards of it are linked to, and what keeps links from being there. */
export async function grafanaStatus({ health, find, ...asked }: Asked): Promise<SourceStatus> {
  const { address, externalUrl, isNamed } = asked;
  const status = { id: 'grafana', address } as const;
  const fixOf = (error: unknown) => {
    const fix = isNamed ? settingFix(error, { store: 'GRAFANA', address }) : credentialsFix(error);
    return fix === undefined ? {} : { fix };
  };
  // At the same time: both together must be told before whoever asks gives up.
  const [said, found] = await Promise.allSettled([health().then(readHealth), find()]);
  if (said.status === 'rejected')
    return { ...status, state: 'down', reason: messageOf(said.reason), ...fixOf(said.reason) };
  const { version } = said.value;
  const name = version === undefined ? 'Grafana' : `Grafana ${version}`;
  if (found.status === 'rejected') {
    const reason = `It answers, but not which dashboards it has: ${messageOf(found.reason)}`;
    return { ...status, state: 'degraded', reason, details: [name], ...fixOf(found.reason) };
  }
  const { dashboards, missing, problems, notes } = found.value;
  const lines = dashboards.map(({ kind, title, uid }) => `${kind}: ${title} (${uid})`);
  const absent = missing.length === 0 ? [] : [`No dashboard for: ${missing.join(', ')}`];
  const told = { ...status, details: [name, ...lines, ...absent, ...notes] };
  if (problems.length > 0) return { ...told, state: 'degraded', reason: problems.join(' '), fix: chosenFix };
  if (dashboards.length === 0) return { ...told, state: 'degraded', ...noDashboards };
  return { ...told, state: 'ok', ...(externalUrl === undefined && { fix: whereFix(asked) }) };
}

const noDashboards = {
  reason: "It has none of Istio's dashboards, and none that GRAFANA_DASHBOARDS names.",
  fix: {
    words:
      "Import Istio's dashboards, with their titles as they are, or name others by GRAFANA_DASHBOARDS; where they are there, its credentials may not see them.",
  },
};

/** What is found through the API server gets no credentials: those stay with it. */
function credentialsFix(error: unknown): SourceStatus['fix'] {
  const found = failureClass(error);
  if (found !== 'unauthorized' && found !== 'forbidden') return undefined;
  return {
    words:
      'Set GRAFANA_URL to its address and GRAFANA_BEARER_TOKEN to the token of a service account with the role Viewer: credentials go only to a Grafana that is named.',
  };
}

const chosenFix = { words: 'Set GRAFANA_DASHBOARDS to titles or uids that Grafana shows for them.' };

function whereFix({ address, isNamed }: Pick<Asked, 'address' | 'isNamed'>): SourceStatus['fix'] {
  const perhaps = isNamed ? `, which may be ${address} as well` : '';
  return {
    words: `Set GRAFANA_EXTERNAL_URL to where people reach it in their browsers${perhaps}: until then no page links there.`,
  };
}
