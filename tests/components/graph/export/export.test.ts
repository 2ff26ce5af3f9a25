import { expect, test } from 'vitest';
import { colourTokens, type Palette } from '#components/graph/canvas/palette.ts';
import { writeDot } from '#components/graph/export/write-dot.ts';
import { writeJson } from '#components/graph/export/write-json.ts';
import { writeSvg } from '#components/graph/export/write-svg.ts';
import { sceneOf } from '#tests/support/drawn-scene.ts';
import { drawnBox, drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const graph = {
  nodes: [drawnNode('a<b>&"c"'), drawnNode('b', { health: { status: 'failing', reasons: [] } })],
  edges: [drawnEdge('a<b>&"c"', 'b', { requestsPerSecond: 12.4, errorShare: 0.5 })],
  boxes: [drawnBox('shop', ['b'])],
};
const positions = new Map([
  ['a<b>&"c"', { x: 0, y: 0 }],
  ['b', { x: 200, y: 0 }],
]);
const palette: Palette = {
  colours: {
    canvas: '#ffffff',
    surface: '#ffffff',
    ink: '#000000',
    'ink-muted': '#666666',
    border: '#dddddd',
    'border-strong': '#bbbbbb',
    'border-control': '#888888',
    accent: '#4b46d0',
    ok: '#007755',
    warn: '#995500',
    fail: '#bb2200',
    tcp: '#1166bb',
    info: '#117799',
    restricted: '#665588',
    'mark-ok': '#229977',
    'mark-warn': '#cc7711',
    'mark-fail': '#dd4422',
    'mark-tcp': '#2288cc',
    'mark-idle': '#888888',
  },
  fonts: { sans: '"Inter", sans-serif', mono: '"JetBrains Mono", monospace' },
};

test('the SVG holds every name and label, escaped, and nothing from elsewhere', () => {
  const svg = writeSvg(sceneOf(graph, { positions, routes: new Map() }), palette, 'Mesh & graph');
  expect(svg).toContain('<title>Mesh &amp; graph</title>');
  expect(svg).toContain('>a&lt;b&gt;&amp;&quot;c&quot;</text>');
  expect(svg).toContain('>12.4 · 50.0\u00a0%</text>');
  expect(svg).toContain('>shop</text>');
  expect(svg).not.toMatch(/href|url\(|<script|<style|var\(|NaN|undefined/);
  expect(svg.match(/<g[ >]/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0);
  expect(colourTokens.length).toBe(Object.keys(palette.colours).length);
});

test('the DOT text quotes names and puts boxes into clusters', () => {
  expect(writeDot(graph)).toBe(`digraph mesh {
  rankdir=LR;
  subgraph "cluster box:shop" {
    label="shop";
    "b" [label="b", kind="workload", health="failing"];
  }
  "a<b>&\\"c\\"" [label="a<b>&\\"c\\"", kind="workload", health="healthy"];
  "a<b>&\\"c\\"" -> "b" [label="12.4 · 50.0 %", protocol="http", health="healthy"];
}
`);
});

test('the JSON is the graph with the places of its nodes', () => {
  const written = JSON.parse(writeJson(graph, { b: { x: 200, y: 0 } }));
  expect(written.nodes.map((node: { position?: unknown }) => node.position)).toEqual([
    undefined,
    { x: 200, y: 0 },
  ]);
  expect(written.edges).toEqual(graph.edges);
});
