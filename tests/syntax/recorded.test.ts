import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PythonVersion } from '../../src/core/profile/profile';
import { PythonSyntaxError } from '../../src/core/syntax/errors';
import { parse } from '../../src/core/syntax/parse';
import { treeText } from './tree';

type Result = string | readonly [string, string, number, number, number, number];
type Entry = { readonly source: string } & { readonly [V in PythonVersion]?: Result };

const entries = JSON.parse(readFileSync(new URL('./recorded.json', import.meta.url), 'utf8')) as readonly Entry[];

function resultOf(source: string, version: PythonVersion): Result {
  try {
    return treeText(parse(source, version), version);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return [error.type, error.message, error.lineno, error.offset, error.end_lineno, error.end_offset];
  }
}

describe.each(['3.14', '3.13', '3.11'] as const)('trees and errors of CPython %s', version => {
  it('are the same, every place included', () => {
    const different: unknown[] = [];
    for (const entry of entries) {
      const { source } = entry;
      // A version that is left out is like the next.
      const later = version === '3.11' ? entry['3.13'] : undefined;
      const recorded = entry[version] ?? later ?? entry['3.14'];
      const result = resultOf(source, version);
      if (JSON.stringify(result) !== JSON.stringify(recorded)) different.push({ source, recorded, result });
    }
    expect(different).toEqual([]);
  });
});
