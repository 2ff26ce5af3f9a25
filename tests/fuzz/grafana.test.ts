import { test } from 'vitest';
import { expectRobust } from './expect-robust.ts';
import { fuzzedGrafana } from './sources/fuzzed-grafana.ts';

test('broken answers of Grafana break nothing else', () => expectRobust('grafana', fuzzedGrafana));
