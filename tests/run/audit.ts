import { auditDependencies } from './audit-dependencies.ts';

const { isOk, lines } = await auditDependencies();
console.log(lines.length === 0 ? 'nothing is known against any package' : lines.join('\n'));
process.exitCode = isOk ? 0 : 1;
