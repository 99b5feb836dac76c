/// What the documents say is tried: programs and commands are run, links and npm scripts exist.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { outputBundle } from '../../src/views/outputBundle';
import { command, Folder } from '../cli/command';

const root = path.join(import.meta.dirname, '..', '..');
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');
const readme = read('README.md');

/// Programs: a comment with the file's name, then the text.
const files = [...readme.matchAll(/<!-- file: (\S+) -->\n```python\n([^]*?)```/g)].map(([, name, text]) => ({ name: name!, text: text! }));

/// Sessions: `$ ` and a command, then what it prints.
const sessions = [...readme.matchAll(/```console\n([^]*?)```/g)].flatMap(([, text]) =>
  text!.split(/^\$ /m).slice(1).map(part => {
    const end = part.indexOf('\n');
    return { line: part.slice(0, end), printed: part.slice(end + 1) };
  })
);

describe('README.md', () => {
  it('has programs and sessions', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(sessions.length).toBeGreaterThan(0);
  });

  it.each(sessions)('$line', async ({ line, printed }) => {
    const folder = new Folder();
    for (const { name, text } of files) {
      folder.file(name, text);
    }
    const [npx, name, ...words] = line.split(' ');
    expect([npx, name]).toEqual(['npx', 'memory-sim']);
    const inFolder = words.map(word => (files.some(file => file.name === word) ? path.join(folder.path, word) : word));
    const ran = await command(inFolder, { createMachine, outputBundle });
    folder.remove();
    expect(ran.all).toBe(printed);
    expect(ran.status).toBe(0);
  });

  it('is clear about the metadata of an exercise', () => {
    const [, json] = /```json\n([^]*?)```/.exec(readme)!;
    const lesson = JSON.parse(read('lessons/01-reference-counting.ipynb')) as { cells: { id: string; metadata: object }[] };
    expect(lesson.cells.find(cell => cell.id === 'lanterns-check')!.metadata).toMatchObject(JSON.parse(json!) as object);
  });
});

describe.each(documents)('%s', name => {
  const text = read(name);

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(match => match[1]!).filter(link => !/^https?:/.test(link));
    expect(links.filter(link => !fs.existsSync(path.join(root, link)))).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test))\b/g)].map(match => match[1] ?? match[2]!);
    expect(named.filter(script => !(script in scripts))).toEqual([]);
  });

  it('names folders and files of the project that exist', () => {
    const paths = [...text.matchAll(/`((?:src|tests|scripts|lessons)\/[\w./-]+)`/g)].map(match => match[1]!);
    expect(paths.filter(file => !fs.existsSync(path.join(root, file)))).toEqual([]);
  });
});
