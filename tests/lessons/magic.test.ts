import { describe, expect, it } from 'vitest';
import { addMagic, isMemorySim, parseMagic, removeMagic } from '../../src/lessons/magic';

describe('which cells are memory-sim cells', () => {
  it.each(['%%memory-sim', '%%memory-sim\nx = 1', '%%memory-sim --python 3.11\r\nx = 1', '\n  \n%%memory-sim\nx = 1', '%%memory-sim\t\nx'])(
    'takes %j',
    source => {
      expect(isMemorySim(source)).toBe(true);
      expect(parseMagic(source)?.ok).toBe(true);
    }
  );

  it.each(['', 'x = 1', ' %%memory-sim\nx', '%%memory-simulator\nx', '%%memory-sim-2\nx', '# c\n%%memory-sim', '%memory-sim', '%%time\n%%memory-sim'])(
    'leaves %j alone',
    source => {
      expect(isMemorySim(source)).toBe(false);
      expect(parseMagic(source)).toBeUndefined();
    }
  );
});

describe('what the machine compiles', () => {
  const compiled = (source: string): string => {
    const magic = parseMagic(source);
    return magic?.ok ? magic.source : 'not ok';
  };

  it('keeps every line at its number', () => {
    expect(compiled('%%memory-sim --python 3.13\nx = 1\ny = 2\n')).toBe('\nx = 1\ny = 2\n');
    expect(compiled('\n\n%%memory-sim\nx = 1')).toBe('\n\n\nx = 1');
    expect(compiled('%%memory-sim')).toBe('');
    expect(compiled('%%memory-sim\r\nx = 1\r\n')).toBe('\nx = 1\r\n');
  });

  it('does not touch a second magic line: that is the learner\'s syntax error', () => {
    expect(compiled('%%memory-sim\n%%memory-sim\nx')).toBe('\n%%memory-sim\nx');
  });
});

describe('options', () => {
  const options = (line: string): unknown => {
    const magic = parseMagic(`%%memory-sim ${line}\npass`);
    return magic?.ok ? magic.options : magic?.message;
  };

  it('reads both spellings', () => {
    expect(options('--python 3.11')).toEqual({ python: '3.11' });
    expect(options('--python=3.13   --module\tmemutil ')).toEqual({ python: '3.13', module: 'memutil' });
    expect(options('--module=größe')).toEqual({ module: 'größe' });
  });

  it.each([
    ['--pyton 3.11', "'--pyton'"],
    ['--python', "'--python' needs a value"],
    ['--python=', "'--python' needs a value"],
    ['--python 3.12', "no Python '3.12'; the versions are 3.11, 3.13, 3.14"],
    ['--python toString', "no Python 'toString'"],
    ['--module 1x', "'1x' cannot be"],
    ['--module a.b', "'a.b' cannot be"],
    ['--module class', "'class' cannot be"],
    ['3.11', "unexpected '3.11'"]
  ])('%s is named as the mistake', (line, message) => {
    expect(options(line)).toContain(message);
  });
});

describe('turning cells into each other', () => {
  it('adds the magic line once', () => {
    expect(addMagic('x = 1')).toBe('%%memory-sim\nx = 1');
    expect(addMagic('%%memory-sim --python 3.11\nx = 1')).toBe('%%memory-sim --python 3.11\nx = 1');
    expect(addMagic('')).toBe('%%memory-sim\n');
  });

  it('takes the whole line away', () => {
    expect(removeMagic('%%memory-sim --python 3.11\nx = 1\n')).toBe('x = 1\n');
    expect(removeMagic('%%memory-sim')).toBe('');
    expect(removeMagic('x = 1')).toBe('x = 1');
    expect(removeMagic(addMagic('a\nb'))).toBe('a\nb');
  });
});
