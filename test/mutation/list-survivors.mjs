/**
 * `node test/mutation/list-survivors.mjs [REPORT…]`: writes doc/mutation-survivors.md from the reports of `npm run mutate`
 * (coverage/mutation.json unless others are named; of a file in several the last counts), each survivor with the reason why it lives.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CLASSES, reasonFor } from './survivor-reasons.mjs';

const reports = process.argv.slice(2);
const files = new Map();
for (const path of reports.length > 0 ? reports : ['coverage/mutation.json']) {
  for (const [name, file] of Object.entries(JSON.parse(readFileSync(path, 'utf8')).files)) {
    if (file.mutants.some(({ status }) => status !== 'Ignored')) files.set(basename(name), file);
  }
}

const count = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
const cut = (text, most) => {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
};
const code = (text) => (text === '' ? '(nothing)' : text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
const cell = (text) => code(text).replaceAll('|', '\\|');
const all = [...files.values()].flatMap(({ mutants }) => mutants);
const [killed, lived] = [count(all, 'Killed', 'Timeout'), count(all, 'Survived', 'NoCoverage')];

const tally = new Map();
const sections = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, { mutants, source }]) => {
  const lines = source.split('\n');
  const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  if (survivors.length === 0) return [];
  const rows = survivors
    .sort((a, b) => a.location.start.line - b.location.start.line || a.location.start.column - b.location.start.column)
    .map(({ location: { start, end }, mutatorName, replacement, status }) => {
      const original = start.line === end.line ? lines[start.line - 1].slice(start.column - 1, end.column - 1) : `${lines[start.line - 1].slice(start.column - 1)} …`;
      const reason = reasonFor({ file: name, text: lines[start.line - 1].trim(), mutator: mutatorName, original, replacement, covered: status === 'Survived' });
      tally.set(reason, (tally.get(reason) ?? 0) + 1);
      return `| ${start.line} | ${cell(cut(original, 70))} | ${cell(cut(replacement, 50))} | ${reason} |`;
    });
  const [dead, alive] = [count(mutants, 'Killed', 'Timeout'), survivors.length];
  return [`## ${name}: ${Math.round((100 * dead) / (dead + alive))} %`, '', '| line | stands there | put there | why it lives |', '| --- | --- | --- | --- |', ...rows, ''];
});

const head = [
  '# Mutants of the verdicts that lived',
  '',
  `\`npm run mutate\` changes every rule of \`libs/domain/src/judgements\` in every way that it knows, one at a time, and runs the specs. Of`,
  `${killed + lived} changes ${killed} were found, ${((100 * killed) / (killed + lived)).toFixed(1)} %; ${lived} were not. Written by \`node test/mutation/list-survivors.mjs\`; the reasons are`,
  'those of `test/mutation/survivor-reasons.mjs`. What a module computes once when it is loaded is left out, and so are the properties by',
  'fast-check, which would find more.',
  '',
  '| reason | meaning | survivors |',
  '| --- | --- | --- |',
  ...Object.entries(CLASSES).map(([name, meaning]) => `| ${name} | ${meaning} | ${tally.get(name) ?? 0} |`),
  '',
];
writeFileSync('doc/mutation-survivors.md', `${[...head, ...sections].join('\n').trimEnd()}\n`);
console.log(`${killed} of ${killed + lived} found, ${((100 * killed) / (killed + lived)).toFixed(1)} %; ${Object.keys(CLASSES).map((name) => `${name} ${tally.get(name) ?? 0}`).join(', ')}`);
