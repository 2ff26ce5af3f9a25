import { expect, test } from 'vitest';
import { graphQuery, graphSeriesQuery } from '#lib/contract/graph-query.ts';
import { requestTraceQuery } from '#lib/contract/logs.ts';
import { parseQuery } from '#server/http/parse-query.ts';

function parseGraph(text: string) {
  return parseQuery(graphQuery, new URLSearchParams(text));
}

test('nothing given means all namespaces, ten minutes, now', () => {
  expect(parseGraph('')).toMatchObject({
    namespaces: '*',
    range: 600,
    at: 'now',
    type: 'versionedApp',
    serviceNodes: 'routed',
    idle: false,
    include: [],
    foldRoutes: true,
  });
});

test('namespaces come out sorted and once each', () => {
  expect(parseGraph('namespaces=shop,bookinfo,shop').namespaces).toEqual(['bookinfo', 'shop']);
});

test.each([
  ['colour=red', 'colour', '"colour" is not a parameter of this route'],
  ['range=5x', 'range', 'range: "5x" is not a duration between 30s and 30d, such as 10m'],
  ['at=noon', 'at', 'at: "noon" is neither "now" nor an RFC 3339 time'],
  ['type=pod', 'type', 'type must be one of versionedApp, workload, app, service'],
  ['include=colour', 'include', 'include: "colour" is none of latency, throughput, messages'],
  ['namespaces=a,B', 'namespaces', 'namespaces: "B" is not a namespace name'],
  ['range=5m&range=6m', 'range', 'range is given more than once'],
])('%s is refused and named', (text, parameter, message) => {
  expect(() => parseGraph(text)).toThrow(
    expect.objectContaining({ code: 'bad_parameter', parameter, message }),
  );
});

test('a series is of an edge or of a node, not of both and not of neither', () => {
  for (const text of ['', 'edge=a|b|http&node=a']) {
    expect(() => parseQuery(graphSeriesQuery, new URLSearchParams(text))).toThrow(
      expect.objectContaining({ parameter: 'edge' }),
    );
  }
});

test('a misspelt parameter is named rather than the one that is missing because of it', () => {
  const parameters = new URLSearchParams('arround=1&kind=workload&namespace=shop&name=cart');
  expect(() => parseQuery(requestTraceQuery, parameters, { id: 'r-1' })).toThrow(
    expect.objectContaining({ parameter: 'arround' }),
  );
});
