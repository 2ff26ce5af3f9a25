import { expect, test } from 'vitest';
import { proxyCommands } from '#components/proxy/head/proxy-commands.ts';
import { proxyTabIds } from '#components/proxy/proxy-state.ts';
import { currentTab, tabsOf } from '#components/proxy/tabs-of.ts';

const ofEnvoy = proxyTabIds.filter((id) => id !== 'ztunnel');

test.each(['sidecar', 'gateway', 'waypoint', 'unknown'] as const)('a %s has all tabs of an Envoy', (type) => {
  expect(tabsOf(type)).toEqual(ofEnvoy);
});

test('what is no Envoy has none of its sections', () => {
  const sections = ['clusters', 'listeners', 'routes', 'endpoints', 'secrets', 'ecds', 'bootstrap'];
  expect(tabsOf('ztunnel')).toContain('ztunnel');
  for (const type of ['ztunnel', 'agentgateway'] as const)
    expect(tabsOf(type).filter((id) => sections.includes(id))).toEqual([]);
});

test.each([
  ['routes', 'routes'],
  ['', 'clusters'],
  ['nonsense', 'clusters'],
  ['ztunnel', 'clusters'],
])('the address asks for tab "%s" and gets %s', (asked, tab) => {
  expect(currentTab(asked, ofEnvoy)).toBe(tab);
});

test.each(proxyTabIds)('tab %s has its command first, and each command once', (tab) => {
  const commands = proxyCommands({ namespace: 'shop', pod: 'web-1' }, tab);
  expect(new Set(commands).size).toBe(commands.length);
  for (const command of commands) expect(command).toMatch(/web-1/);
});

test('the command of routes is istioctl’s own', () => {
  expect(proxyCommands({ namespace: 'shop', pod: 'web-1' }, 'routes')[0]).toBe(
    'istioctl proxy-config routes web-1.shop',
  );
});
