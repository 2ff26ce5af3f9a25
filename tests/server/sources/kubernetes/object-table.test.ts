import { expect, test } from 'vitest';
import { ObjectTable } from '#server/sources/kubernetes/object-table.ts';

function service(name: string, resourceVersion: string) {
  return { metadata: { namespace: 'shop', name, uid: name, resourceVersion }, spec: {} };
}

function tableWith(...raws: unknown[]) {
  let changes = 0;
  const table = new ObjectTable('Service', () => {
    changes += 1;
  });
  table.addPage(raws, true);
  table.endList();
  return {
    table,
    names: () => table.objects().map((object) => object.metadata.name),
    changes: () => changes,
  };
}

test('the pages of a list count together, and only when the last one is there', () => {
  const { table, names, changes } = tableWith(service('old', '1'));
  table.addPage([service('a', '2')], true);
  table.addPage([service('b', '3')], false);
  expect(names()).toEqual(['old']);
  table.endList();
  expect(names()).toEqual(['a', 'b']);
  expect(changes()).toBe(2);
});

test('a list that begins anew drops the pages of the one before', () => {
  const { table, names } = tableWith();
  table.addPage([service('a', '2')], true);
  table.addPage([service('b', '3')], true);
  table.endList();
  expect(names()).toEqual(['b']);
});

test('a list of the same objects changes nothing, and they stay the same objects', () => {
  const { table, changes } = tableWith(service('a', '2'), service('b', '3'));
  const before = table.objects();
  table.addPage([service('a', '2'), service('b', '3')], true);
  table.endList();
  expect(changes()).toBe(1);
  expect(table.objects()[0]).toBe(before[0]);
});

test('an event of a state that is known already changes nothing', () => {
  const { table, changes } = tableWith(service('a', '2'));
  table.apply({ type: 'MODIFIED', object: service('a', '2') });
  table.apply({ type: 'DELETED', object: service('b', '3') });
  expect(changes()).toBe(1);
  table.apply({ type: 'MODIFIED', object: service('a', '4') });
  table.apply({ type: 'DELETED', object: service('a', '5') });
  expect(changes()).toBe(3);
  expect(table.objects()).toEqual([]);
});

test('an object that was good and becomes malformed is only among the rejected', () => {
  const { table, names } = tableWith(service('a', '2'));
  table.apply({ type: 'MODIFIED', object: { ...service('a', '3'), spec: { ports: 'none' } } });
  expect(names()).toEqual([]);
  expect(table.rejected()).toEqual([
    {
      kind: 'Service',
      namespace: 'shop',
      name: 'a',
      reason: 'spec.ports: Invalid input: expected array, received string',
    },
  ]);
});
