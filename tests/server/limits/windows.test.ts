import { expect, test } from 'vitest';
import { createWindows } from '#server/limits/windows.ts';

function windowsAt(clock: { ms: number }, mostKeys = 100) {
  return createWindows({ windowMs: 60_000, mostKeys, now: () => clock.ms });
}

test('a key has its most in a window that begins with the first time, and is told how long to wait', () => {
  const clock = { ms: 5_000 };
  const windows = windowsAt(clock);
  const take = () => windows.take([{ key: 'a', most: 2 }]);
  expect([take(), take()].map((taken) => 'forgive' in taken)).toEqual([true, true]);
  clock.ms = 25_000;
  expect(take()).toEqual({ waitMs: 40_000 });
  clock.ms = 65_000;
  expect('forgive' in take()).toBe(true);
});

test('where one of several keys is full nothing is counted, and the longest wait is told', () => {
  const clock = { ms: 0 };
  const windows = windowsAt(clock);
  windows.take([{ key: 'own', most: 1 }]);
  clock.ms = 10_000;
  windows.take([{ key: 'shared', most: 1 }]);
  const both = [
    { key: 'own', most: 1 },
    { key: 'shared', most: 1 },
    { key: 'third', most: 1 },
  ];
  expect(windows.take(both)).toEqual({ waitMs: 60_000 });
  expect('forgive' in windows.take([{ key: 'third', most: 1 }])).toBe(true);
});

test('what is forgiven does not count', () => {
  const windows = windowsAt({ ms: 0 });
  for (let index = 0; index < 10; index++) {
    const taken = windows.take([{ key: 'a', most: 1 }]);
    if ('forgive' in taken) taken.forgive();
    else expect.unreachable();
  }
});

test('of more keys than are remembered, those that go on are not forgotten', () => {
  const windows = windowsAt({ ms: 0 }, 10);
  windows.take([{ key: 'busy', most: 1_000 }]);
  for (let index = 0; index < 500; index++)
    windows.take([
      { key: 'busy', most: 1_000 },
      { key: `new ${index}`, most: 1 },
    ]);
  expect(windows.take([{ key: 'busy', most: 501 }])).toEqual({ waitMs: 60_000 });
  expect('forgive' in windows.take([{ key: 'new 0', most: 1 }])).toBe(true);
});
