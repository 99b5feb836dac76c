/// The modules against CPython: programs whose output real interpreters printed (record.py).
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run';

const here = import.meta.dirname;
const recorded = JSON.parse(readFileSync(path.join(here, 'recorded.json'), 'utf8')) as Record<string, Record<string, string>>;
const programs = readdirSync(path.join(here, 'programs')).filter(name => name.endsWith('.py'));

for (const version of ['3.11', '3.13', '3.14'] as const) {
  describe(version, () => {
    test.each(programs)('%s', program => {
      const source = readFileSync(path.join(here, 'programs', program), 'utf8');
      expect(run(source, { python: version })).toBe(recorded[version]![program]);
    });
  });
}
