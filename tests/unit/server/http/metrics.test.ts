import { describe, expect, test } from 'vitest';
import { Metrics } from '../../../../src/server/http/metrics.js';

const delays = { median: 0.001, p99: 0.02, most: 0.5 };
const linesOf = (metrics: Metrics, name: string): string[] =>
  metrics
    .text(2, 4, delays)
    .split('\n')
    .filter((line) => line.startsWith(`touchstone_${name}`));

describe('the text of /metrics', () => {
  test('counts requests by route and status, and items by verdict', () => {
    const metrics = new Metrics();
    metrics.request('/slime', 200, 0.001);
    metrics.request('/slime', 200, 0.2);
    metrics.request('none', 404, 0.0001);
    metrics.item('equal');
    metrics.item('equal');
    metrics.item(null);
    expect(linesOf(metrics, 'requests_total')).toEqual([
      'touchstone_requests_total{route="/slime",status="200"} 2',
      'touchstone_requests_total{route="none",status="404"} 1',
    ]);
    expect(linesOf(metrics, 'items_total')).toEqual([
      'touchstone_items_total{verdict="equal"} 2',
      'touchstone_items_total{verdict="none"} 1',
    ]);
    expect(metrics.items).toBe(3);
  });
  test('puts each time into every bucket that holds it', () => {
    const metrics = new Metrics();
    for (const seconds of [0.0005, 0.02, 40]) metrics.request('/v1/score', 200, seconds);
    const of = (limit: string): string | undefined =>
      linesOf(metrics, 'request_seconds').find((line) => line.includes(`le="${limit}"`));
    expect(of('0.0005')).toMatch(/ 1$/);
    expect(of('0.01')).toMatch(/ 1$/);
    expect(of('0.025')).toMatch(/ 2$/);
    expect(of('30')).toMatch(/ 2$/);
    expect(of('+Inf')).toMatch(/ 3$/);
    expect(linesOf(metrics, 'request_seconds_sum')).toEqual(['touchstone_request_seconds_sum 40.0205']);
    expect(linesOf(metrics, 'request_seconds_count')).toEqual(['touchstone_request_seconds_count 3']);
  });
  test('gauges: requests in flight, workers, delays of the event loop', () => {
    const metrics = new Metrics();
    expect(linesOf(metrics, 'requests_in_flight')).toEqual(['touchstone_requests_in_flight 2']);
    expect(linesOf(metrics, 'workers')).toEqual(['touchstone_workers 4']);
    expect(linesOf(metrics, 'event_loop_delay_seconds')).toEqual([
      'touchstone_event_loop_delay_seconds{quantile="0.5"} 0.001',
      'touchstone_event_loop_delay_seconds{quantile="0.99"} 0.02',
      'touchstone_event_loop_delay_seconds{quantile="1"} 0.5',
    ]);
  });
});
