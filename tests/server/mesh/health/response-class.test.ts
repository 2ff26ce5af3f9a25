import { describe, expect, test } from 'vitest';
import { classifyResponse, type ResponseClass } from '#server/mesh/health/response-class.ts';

describe.each<['http' | 'grpc', string, ResponseClass]>([
  ['http', '200', 'success'],
  ['http', '304', 'success'],
  ['http', '404', 'clientError'],
  ['http', '499', 'clientError'],
  ['http', '500', 'failure'],
  ['http', '555', 'failure'],
  ['http', '0', 'failure'],
  ['http', '-', 'failure'],
  ['grpc', '0', 'success'],
  ['grpc', '1', 'failure'],
  ['grpc', '16', 'failure'],
  ['grpc', '17', 'success'],
  ['grpc', '200', 'success'],
  ['grpc', '404', 'clientError'],
  ['grpc', '503', 'failure'],
  ['grpc', '-', 'failure'],
])('%s %s', (protocol, code, expected) => {
  test(`is a ${expected}`, () => {
    expect(classifyResponse(protocol, code)).toBe(expected);
  });
});
