/// Every lesson: well made, and telling the truth about what its cells print.
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { exercisePart, exercises, grading } from '../../src/lessons/exercise';
import { memorySimCells } from '../../src/lessons/memorySimCells';
import type { Notebook } from '../../src/lessons/notebook';
import { readNotebook, writeNotebook } from '../../src/lessons/notebook';
import { outputBundle } from '../../src/views/outputBundle';
import type { Ran } from '../cli/command';
import { command, Folder } from '../cli/command';

const here = import.meta.dirname;
const folder = path.join(here, '..', '..', 'lessons');
const lessons = fs.readdirSync(folder).filter(name => name.endsWith('.ipynb')).sort();

const read = (name: string): Notebook => readNotebook(fs.readFileSync(path.join(folder, name), 'utf8'));

/// The lesson with something written where an exercise's cell asks for it.
function answer(lesson: Notebook, exercise: string, text: string): Notebook {
  const { starter } = exercises(lesson).find(({ id }) => id === exercise)!;
  starter.json.source = starter.source.replace(/^( *)# YOUR CODE HERE$/m, (_, indent: string) => text.replace(/^(?=.)/gm, indent));
  return lesson;
}

let work: Folder;
beforeEach(() => {
  work = new Folder();
});
afterEach(() => work.remove());

/// Runs a lesson on the machine; what each cell printed, by its id. A cell that defines a module runs nothing: what it shows is ours.
async function run(lesson: Notebook): Promise<Ran & { printed: Record<string, string> }> {
  const ran = await command(['run', work.file('lesson.ipynb', writeNotebook(lesson)), '--write'], { createMachine, outputBundle });
  const after = memorySimCells(readNotebook(work.read('lesson.ipynb')).cells);
  const printed = after.map(({ cell, magic }) => {
    const isModule = magic.ok && magic.options.module !== undefined;
    const outputs = (isModule ? [] : cell.json.outputs) as { name?: string; text?: string[] }[];
    return [cell.json.id, outputs.filter(output => output.name === 'stdout').flatMap(output => output.text ?? []).join('')];
  });
  return { ...ran, printed: Object.fromEntries(printed) as Record<string, string> };
}

describe.each(lessons)('%s', name => {
  const lesson = read(name);
  const cells = memorySimCells(lesson.cells);

  it('is made of memory-sim cells that are understood, so that it needs no kernel', () => {
    expect(lesson.cells.filter(cell => cell.type === 'code')).toHaveLength(cells.length);
    expect(cells.filter(({ magic }) => !magic.ok)).toEqual([]);
  });

  it('has one id a cell', () => {
    const ids = lesson.cells.map(cell => cell.json.id);
    expect(ids.every(id => typeof id === 'string' && /^[\w-]{1,64}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is written as JupyterLab writes it', () => {
    expect(writeNotebook(lesson)).toBe(fs.readFileSync(path.join(folder, name), 'utf8'));
  });

  it('has exercises that nbgrader can grade: a cell to edit, and a locked check that gives points', () => {
    const parts = cells.filter(({ cell }) => exercisePart(cell.metadata));
    expect(parts).toHaveLength(2 * exercises(lesson).length);
    for (const { starter, check } of exercises(lesson)) {
      expect(grading(starter.metadata)).toMatchObject({ grade: false, solution: true, locked: false });
      expect(grading(check.metadata)).toMatchObject({ grade: true, solution: false, locked: true });
      expect(grading(check.metadata)!.points).toBeGreaterThan(0);
      expect(lesson.cells.indexOf(check)).toBeGreaterThan(lesson.cells.indexOf(starter));
    }
    const gradeIds = lesson.cells.flatMap(cell => grading(cell.metadata)?.gradeId ?? []);
    expect(new Set(gradeIds).size).toBe(gradeIds.length);
  });

  it('prints what CPython prints, its exercises answered', async () => {
    const recording = JSON.parse(fs.readFileSync(path.join(here, name.replace('.ipynb', '.json')), 'utf8')) as Record<string, string>;
    const answered = read(name);
    for (const { id } of exercises(answered)) {
      answer(answered, id, fs.readFileSync(path.join(here, 'answers', `${id}.py`), 'utf8'));
    }
    const ran = await run(answered);
    expect(ran.stderr).toBe('');
    const hidden = Object.entries(ran.printed).map(([id, text]) => [id, text.replace(/\b\d{14,15}\b/g, '<address>')]);
    expect(Object.fromEntries(hidden)).toEqual(recording);
  });

  it('has saved outputs, if it has any, that are what its cells give (npm run lessons); and unanswered checks fail', async () => {
    const { stderr } = await run(read(name));
    expect(stderr).toContain('AssertionError');
    const now = memorySimCells(readNotebook(work.read('lesson.ipynb')).cells);
    const saved = cells.filter(({ cell }) => cell.json.execution_count !== null);
    expect(saved.length === 0 || saved.length === cells.length - 2 * exercises(lesson).length).toBe(true);
    for (const { number, cell } of saved) {
      expect(cell.json.outputs).toEqual(now.find(each => each.number === number)!.cell.json.outputs);
    }
  });
});

const LANTERNS = '01-reference-counting.ipynb';
const TICKETS = '02-the-count-in-the-source.ipynb';
const TREE = '03-where-counting-breaks.ipynb';
const PARCELS = '04-the-garbage-collector.ipynb';
const TEAMS = '05-python-and-dotnet.ipynb';

/// Only an exercise, without the lesson around it.
function alone(name: string): { lesson: Notebook; id: string } {
  const lesson = read(name);
  const [{ id, starter, check }] = exercises(lesson) as [ReturnType<typeof exercises>[number]];
  return { lesson: { ...lesson, cells: lesson.cells.filter(cell => cell === starter || cell === check) }, id };
}

describe('exercises', () => {
  it.each([
    [LANTERNS, 'shelf = [green, blue]', 'All three lanterns are lit. The name red holds the red one'],
    [LANTERNS, 'red = None', 'All three lanterns are lit.'],
    [LANTERNS, 'red = green = blue = spare = shelf = None', '0 lantern(s) lit, and there should be 2'],
    [LANTERNS, 'del red\nshelf = [green, blue, None]', 'The shelf holds 3 things'],
    [LANTERNS, 'del red\nshelf = [blue, green]', 'Green should be first on the shelf, and it is blue.'],
    [LANTERNS, 'del red, green\nshelf = shelf[1:]', "The green lantern's count is 2. Its place on the shelf makes 1: which name"],
    [LANTERNS, 'del red, green, spare\nshelf = shelf[1:]\ndel blue', "The blue lantern's count is 1."],
    [TICKETS, 'box.append(ticket)', "The ticket's count is 2 and should be 4. It is held by: global variable 'ticket', list at"],
    [TICKETS, 'box += [ticket] * 3', 'The ticket should be the only thing in the box.'],
    [TICKETS, 'box.append(ticket)\ndesk[1] = desk[2] = ticket', 'The ticket should be the only value in the dict desk.'],
    [TICKETS, 'box.append(ticket)\ndesk[1] = other = ticket', 'seat.reserved should be the ticket.'],
    [TICKETS, 'box.append(ticket)\ndesk[1] = seat.reserved = ticket\ngone = id(second)', '2 tickets are alive.'],
    [TICKETS, 'box.append(ticket)\ndesk[1] = seat.reserved = ticket\nsecond = None', 'gone should be the address of the second ticket'],
    [TICKETS, 'box.append(ticket)\ndesk[1] = seat.reserved = ticket\ndel second\ngone = id(ticket)', 'gone is the address of the first'],
    [TREE, '', '3 branches are still in memory though no name is left.'],
    [TREE, 'Branch = lambda name, parent=None: weakref', 'leaf.parent'],
    [PARCELS, '', 'All hundred parcels were in memory at once.'],
    [PARCELS, 'number % 50 or gc.collect()', 'Up to 50 parcels were in memory at once.'],
    [PARCELS, 'gc.collect()', 'The collector was called 100 times.'],
    [TEAMS, '', '3 of the players are in both lists.'],
    [TEAMS, 'copies = originals = copy.deepcopy(originals)', '3 of the players are in both lists.'],
    [TEAMS, 'copies = copy.deepcopy(originals)[:2]', 'Both lists should have three players.'],
    [TEAMS, 'copies = copy.deepcopy(originals)\nspare = Player("Dan")', '7 players are alive, and should be 6.']
  ])('%s answered by %j are told what is wrong', async (name, text, message) => {
    const { lesson, id } = alone(name);
    const ran = await run(answer(lesson, id, text));
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain(message);
  });

  it.each([
    [LANTERNS, 'shelf.remove(red)\ndel red\ndel green\nspare = 0', 'Well done: red is gone, green counts 1 and blue counts 2.\n'],
    [TICKETS, 'gone = id(second)\ndel second\nseat.reserved = ticket\nbox = [ticket]\ndesk = {0: ticket}', 'Well done: four holders'],
    [PARCELS, 'if live(Parcel) == 20: gc.collect(0)', 'Well done: 5 collections, and never more than 20 parcels in memory.\n'],
    [TEAMS, 'copies = [copy.copy(each) for each in originals]', 'Well done: six players, three and three.\n']
  ])('%s may be answered in other ways: %j', async (name, text, praise) => {
    const { lesson, id } = alone(name);
    const ran = await run(answer(lesson, id, text));
    expect(ran.stderr).toBe('');
    expect(ran.printed[`${id}-check`]).toContain(praise);
  });
});
