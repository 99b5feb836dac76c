// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Grade } from '../../src/lessons/grade';
import { score } from '../../src/lessons/grade';
import { report } from '../../src/lessons/gradeReport';

const grades: Grade[] = [
  { notebook: 'ada.ipynb', scores: [{ check: 'rings', points: 3, maxPoints: 3, message: '' }, { check: 'tree', points: 1, maxPoints: 2, message: '' }], remarks: [] },
  { notebook: '=bob,"b".ipynb', scores: [{ check: 'rings', points: 0, maxPoints: 3, message: '<one> & "two"\u0001' }], remarks: ['cell 4: NameError: name \'x\' is not defined'] },
  { notebook: 'eve.ipynb', scores: [], remarks: [], failure: 'eve.ipynb is not a notebook: its text is not JSON' }
];

describe('a report of grades', () => {
  it('is a table, with reasons below it', () => {
    expect(report('table', grades)).toBe(`notebook        rings  tree  total
ada.ipynb         3/3   1/2    4/5
=bob,"b".ipynb    0/3          0/3
eve.ipynb

=bob,"b".ipynb
  rings: <one> & "two"\u0001
  cell 4: NameError: name 'x' is not defined

eve.ipynb
  eve.ipynb is not a notebook: its text is not JSON
`);
  });

  it('is CSV that a spreadsheet reads and takes for no formula', () => {
    expect(report('csv', grades).split('\r\n')).toEqual([
      'notebook,rings,tree,total,out of,notes',
      'ada.ipynb,3,1,4,5,',
      `"'=bob,""b"".ipynb",0,,0,3,"rings: <one> & ""two""\u0001\ncell 4: NameError: name 'x' is not defined"`,
      'eve.ipynb,,,,0,eve.ipynb is not a notebook: its text is not JSON',
      ''
    ]);
  });

  it('is JUnit XML that parses, whatever the names', () => {
    const xml = report('junit', grades);
    const document = new DOMParser().parseFromString(xml, 'text/xml');
    expect(document.querySelector('parsererror')).toBeNull();
    const suites = [...document.querySelectorAll('testsuite')].map(suite => ['name', 'tests', 'failures', 'errors'].map(name => suite.getAttribute(name)));
    expect(suites).toEqual([['ada.ipynb', '2', '0', '0'], ['=bob,"b".ipynb', '1', '1', '0'], ['eve.ipynb', '1', '0', '1']]);
    expect(document.querySelector('failure')!.getAttribute('message')).toBe('<one> & "two"\uFFFD');
  });

  it('is JSON with all there is', () => {
    expect(JSON.parse(report('json', grades))).toEqual([
      { ...grades[0], points: 4, maxPoints: 5 }, { ...grades[1], points: 0, maxPoints: 3 }, { ...grades[2], points: 0, maxPoints: 0 }
    ]);
  });
});

describe('points of a check that ran', () => {
  const of = (value?: string): number =>
    score({ id: 'c', points: 4 }, value === undefined ? [] : [{ output_type: 'execute_result', data: { 'text/plain': value } } as { output_type: string }]).points;

  it('are all, or the number that it shows last', () => {
    expect([of(), of("'text'"), of('2.5'), of('9'), of('-1')]).toEqual([4, 4, 2.5, 4, 0]);
  });
});
