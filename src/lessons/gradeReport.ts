/// Grades in the forms that people and other programs read.
import type { Grade } from './grade';
import { totalMaxPoints, totalPoints } from './grade';

export const REPORT_FORMATS = ['table', 'json', 'csv', 'junit'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/// The checks of all notebooks, each once, in the order in which they are first met.
const checksOf = (grades: readonly Grade[]): string[] => [...new Set(grades.flatMap(({ scores }) => scores.map(({ check }) => check)))];

function rows(grades: readonly Grade[], cell: (points: number, maxPoints: number) => string): string[][] {
  const checks = checksOf(grades);
  return [
    ['notebook', ...checks, 'total'],
    ...grades.map(grade => [
      grade.notebook,
      ...checks.map(check => {
        const score = grade.scores.find(one => one.check === check);
        return score ? cell(score.points, score.maxPoints) : '';
      }),
      grade.failure === undefined ? cell(totalPoints(grade), totalMaxPoints(grade)) : ''
    ])
  ];
}

/// What stands under the table: reasons for lost points, and remarks, notebook by notebook.
const notes = (grade: Grade): string[] => [
  ...(grade.failure === undefined ? [] : [grade.failure]),
  ...grade.scores.filter(({ message }) => message !== '').map(({ check, message }) => `${check}: ${message}`),
  ...grade.remarks
];

function table(grades: readonly Grade[]): string {
  const cells = rows(grades, (points, maxPoints) => `${points}/${maxPoints}`);
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map(row => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((text, column) => (column === 0 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!))).join('  ').trimEnd();
  const told = grades.filter(grade => notes(grade).length > 0);
  return [...cells.map(line), ...told.flatMap(grade => ['', grade.notebook, ...notes(grade).map(note => `  ${note}`)]), ''].join('\n');
}

/// What a spreadsheet takes for a formula gets an apostrophe: file names and messages are other people's.
function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function csv(grades: readonly Grade[]): string {
  const [header, ...body] = rows(grades, String);
  const lines = [[...header!, 'out of', 'notes'], ...body.map((row, i) => [...row, String(totalMaxPoints(grades[i]!)), notes(grades[i]!).join('\n')])];
  return lines.map(line => `${line.map(csvField).join(',')}\r\n`).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/// XML 1.0 has no way to say most control characters.
const xml = (text: string): string => text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD').replace(/[&<>"\n]/g, c => ENTITIES[c]!);

function junitSuite(grade: Grade): string {
  const cases = grade.scores.map(({ check, message }) => {
    const open = `    <testcase classname="${xml(grade.notebook)}" name="${xml(check)}"`;
    return message === '' ? `${open}/>` : `${open}><failure message="${xml(message)}"/></testcase>`;
  });
  if (grade.failure !== undefined) {
    cases.push(`    <testcase classname="${xml(grade.notebook)}" name="notebook"><error message="${xml(grade.failure)}"/></testcase>`);
  }
  const failures = grade.scores.filter(({ message }) => message !== '').length;
  const errors = grade.failure === undefined ? 0 : 1;
  return [
    `  <testsuite name="${xml(grade.notebook)}" tests="${cases.length}" failures="${failures}" errors="${errors}">`, ...cases, '  </testsuite>'
  ].join('\n');
}

const junit = (grades: readonly Grade[]): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...grades.map(junitSuite), '</testsuites>', ''].join('\n');

const json = (grades: readonly Grade[]): string =>
  `${JSON.stringify(
    grades.map(grade => ({ ...grade, points: totalPoints(grade), maxPoints: totalMaxPoints(grade) })),
    undefined,
    2
  )}\n`;

const REPORTS: Readonly<Record<ReportFormat, (grades: readonly Grade[]) => string>> = { table, json, csv, junit };

export const report = (format: ReportFormat, grades: readonly Grade[]): string => REPORTS[format](grades);
