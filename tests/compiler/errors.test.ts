/// Syntax errors of the compiler stage against CPython's (record_errors.py).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PythonVersion } from '../../src/core/profile/profile';
import { compile } from '../../src/core/compiler/compile';
import { PythonSyntaxError } from '../../src/core/syntax/errors';
import { parse } from '../../src/core/syntax/parse';

type Recorded = [type: string, message: string, lineno: number, offset: number, endLineno: number, endOffset: number, text: string | null];

const recorded = JSON.parse(readFileSync(new URL('errors.json', import.meta.url), 'utf8')) as
  Record<PythonVersion, [source: string, error: Recorded | null][]>;

function errorOf(source: string, version: PythonVersion): unknown[] | null {
  try {
    compile(parse(source, version, 'file.py'), { filename: 'file.py', source, version });
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const { type, message, lineno, offset, end_lineno: endLineno, end_offset: endOffset } = error;
    return [type, message, lineno, offset, endLineno, endOffset];
  }
  return null;
}

const PLACE_311 = '3.11 points at the construct that was visited last, not at the name';
const FUTURE_311 = '3.11 points at the whole line';

/// Where we knowingly differ, with the reason. One that becomes equal fails here.
const known: Readonly<Partial<Record<PythonVersion, Readonly<Record<string, string>>>>> = {
  '3.11': {
    'class A:\n    x = yield from y': "3.11 says 'yield' for yield from",
    'from __future__ import nothing': FUTURE_311,
    'from __future__ import braces': FUTURE_311,
    'match x:\n    case [a] | [b]: pass': PLACE_311,
    'def f(__debug__): pass': PLACE_311,
    'f(__debug__=1)': PLACE_311,
    'import __debug__': PLACE_311
  },
  '3.13': { 'import __debug__': '3.13 points at the whole statement' }
};

describe.each(Object.keys(recorded) as PythonVersion[])('%s', (version) => {
  test.each(recorded[version])('%j', (source, expected) => {
    const wanted = expected === null ? null : expected.slice(0, 6);
    if (known[version]?.[source] === undefined) expect(errorOf(source, version)).toEqual(wanted);
    else expect(errorOf(source, version)).not.toEqual(wanted);
  });
});
