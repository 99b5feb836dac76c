/// Syntax warnings against CPython's (record_errors.py).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PythonVersion } from '../../src/core/profile/profile';
import { compile } from '../../src/core/compiler/compile';
import { parse } from '../../src/core/syntax/parse';

type Recorded = [category: string, message: string, lineno: number];

const recorded = JSON.parse(readFileSync(new URL('warnings.json', import.meta.url), 'utf8')) as
  Record<PythonVersion, [source: string, warnings: Recorded[]][]>;

/// 3.11 warns in both copies of a `finally` body.
const twiceIn311 = 'def f():\n    try: pass\n    finally:\n        x is 1\n        return 2';

describe.each(Object.keys(recorded) as PythonVersion[])('%s', (version) => {
  test.each(recorded[version])('%j', (source, expected) => {
    const found: Recorded[] = [];
    compile(parse(source, version), {
      filename: 'file.py', source, version,
      onWarning: ({ category, message, lineno }) => found.push([category, message, lineno])
    });
    expect(found).toEqual(version === '3.11' && source === twiceIn311 ? expected.slice(0, 1) : expected);
  });
});
