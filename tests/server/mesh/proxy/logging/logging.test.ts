import { describe, expect, test } from 'vitest';
import { proxyLoggingQuery, proxyLoggingSchema } from '#lib/contract/proxy-logging.ts';
import { changeLogging, loadLogging } from '#server/mesh/proxy/logging/load-logging.ts';
import { parseLevels } from '#server/mesh/proxy/logging/parse-levels.ts';
import { answeringAdmin } from '#tests/support/answering-admin.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';

const query = proxyLoggingQuery.parse({ namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' });

describe('the levels of a recorded proxy', () => {
  test('are all there, and none was changed since the start', async () => {
    const { data, warnings } = await loadLogging(query, mutatedRecording({}));
    expect(warnings).toEqual([]);
    expect(data.loggers).toHaveLength(73);
    expect(data.loggers.filter(({ isChanged }) => isChanged)).toEqual([]);
    expect(data.loggers.find(({ name }) => name === 'misc')).toMatchObject({
      level: 'error',
      startLevel: 'error',
    });
    expect(data.counts).toEqual([
      { level: 'warning', count: 72 },
      { level: 'error', count: 1 },
    ]);
    expect(proxyLoggingSchema.safeParse(data).error).toBeUndefined();
  });

  test('cannot be changed where nothing may be written, and the command that can is given', async () => {
    const { data } = await loadLogging(query, mutatedRecording({}));
    expect(data.change).toEqual({
      isAllowed: false,
      reason: expect.stringContaining('VIGLA_WRITES=true'),
      command: 'istioctl proxy-config log productpage-v1-28plfps84f-nlf6t.bookinfo --level ',
    });
    await expect(changeLogging(query, { level: 'debug' }, mutatedRecording({}))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('come first where they were changed, then those that people look for', async () => {
    const context = answeringAdmin({
      logging: 'active loggers:\n  admin: warning\n  rbac: warning\n  misc: error\n  upstream: debug\n',
    });
    const { data } = await loadLogging(query, context);
    expect(data.loggers.map(({ name }) => name)).toEqual(['upstream', 'rbac', 'misc', 'admin']);
    expect(data.loggers[0]).toMatchObject({ level: 'debug', startLevel: 'warning', isChanged: true });
  });

  test('are shown without those of the start where these are not known', async () => {
    const { data, warnings } = await loadLogging(query, answeringAdmin({ server_info: new Error('gone') }));
    expect(data.loggers).toHaveLength(73);
    expect(data.loggers[0]?.startLevel).toBeUndefined();
    expect(warnings.map(({ message }) => message)).toEqual([
      'What the levels were at the start is not known: gone',
    ]);
  });
});

test('a change is sent to the proxy, and the levels afterwards are given', async () => {
  const sent: unknown[] = [];
  const levels = { rbac: 'warning', http: 'warning' };
  const context = answeringAdmin(
    {},
    {
      setLogLevel: async (proxy, change) => {
        sent.push([proxy, change]);
        levels.rbac = change.level;
        return new Uint8Array();
      },
    },
  );
  const { envoy } = context.sources;
  if (envoy === undefined) throw new Error('the recording has proxies');
  const admin: typeof envoy.admin = async (proxy, question) =>
    question.path === 'logging'
      ? new TextEncoder().encode(`active loggers:\n  rbac: ${levels.rbac}\n  http: ${levels.http}\n`)
      : envoy.admin(proxy, question);
  const writable = { ...context, sources: { ...context.sources, envoy: { ...envoy, admin } } };
  const { data } = await changeLogging(query, { logger: 'rbac', level: 'debug' }, writable);
  expect(sent).toEqual([
    [
      { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' },
      { logger: 'rbac', level: 'debug' },
    ],
  ]);
  expect(data.change).toMatchObject({ isAllowed: true });
  expect(data.loggers.map(({ name, level }) => [name, level])).toEqual([
    ['rbac', 'debug'],
    ['http', 'warning'],
  ]);
});

test('a level of a pod that does not exist is not set', async () => {
  const context = answeringAdmin({}, { setLogLevel: () => Promise.reject(new Error('must not be called')) });
  const nobody = { namespace: 'bookinfo', pod: 'nobody' };
  await expect(changeLogging(nobody, { level: 'debug' }, context)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test.each([
  [
    'current log level is hickory_server::server=off,info\n',
    [
      { name: 'hickory_server::server', level: 'off' },
      { name: '(all others)', level: 'info' },
    ],
  ],
  ['active loggers:\n  ext_proc: warning\n', [{ name: 'ext_proc', level: 'warning' }]],
])('%j is read', (text, levels) => {
  expect(parseLevels(text)).toEqual(levels);
});

test.each(['', 'usage: /logging?<name>=<level>', 'active loggers:\n'])('%j is no list of levels', (text) => {
  expect(() => parseLevels(text)).toThrow(expect.objectContaining({ code: 'source_failed' }));
});
