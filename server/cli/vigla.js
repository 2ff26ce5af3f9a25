#!/usr/bin/env node
// Nothing is imported above the check: an old Node must get as far as its sentence.
const needed = [22, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Vigla needs Node ${needed.join('.')} or newer, and this is ${process.versions.node}: install one from https://nodejs.org.`,
  );
  process.exitCode = 1;
} else {
  import('./run-vigla.js').then(({ runVigla }) => runVigla(process.argv.slice(2)));
}
