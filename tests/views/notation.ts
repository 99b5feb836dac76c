/// A mini-notation for traces. One text line a step: `LINE: op; op; ...`; a first line `start: ...`
/// gives the initial state. Objects have names of the test's choice, serial numbers come in order.
///
///   new d Doomed [kind] [size]   count d 2        value d TEXT      free d     reuse d     finalize d
///   name v1 d                    name 1:self d    unname v1         (frame 0 unless `depth:`)
///   slot d friends l             unslot d friends length l 3        refs: an object, or 'inline text
///   slot d key-0 k               slot s item-0 k  (labels with a blank)
///   frame f [file]               return           out TEXT          raise Type message
///   gcsub a b 0 (a's reference to b)     gcreached a b     gcpromote a 1     gcclear a     gcunshown 10 5
///   gcstart 0 1 4                gcphase 2        gcrefs d 0        gcverdict d 1   gcstop 0 2 0

import { ObjectKind, Op } from '../../src/core/trace/payload';
import type { TracePayload } from '../../src/core/trace/payload';

export interface Options {
  source?: string;
  folded?: string;
  python?: string;
}

export const CELL_FILE = 'cell-1.py';

export function trace(text: string, options: Options = {}): TracePayload {
  const strings: string[] = [];
  const serials = new Map<string, number>();
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const indices = new Map<string, number>();
  const string = (s: string): number => {
    const at = indices.get(s) ?? strings.push(s) - 1;
    indices.set(s, at);
    return at;
  };
  const object = (name: string): number => {
    const serial = serials.get(name);
    if (serial === undefined) {
      throw new Error(`no object ${name}`);
    }
    return serial;
  };
  const ref = (word: string): number => (word.startsWith("'") ? -string(word.slice(1)) - 1 : object(word));
  const label = (word: string): number => string(word.replace(/^(item|key)-/, '$1 '));
  const scoped = (word: string): [number, number] => {
    const match = /^(\d+):(.+)$/.exec(word);
    return match ? [Number(match[1]), string(match[2]!)] : [0, string(word)];
  };
  let address = 0x7f3a10;
  const op = (source: string): number[] => {
    const [verb, ...words] = source.trim().split(' ');
    const [a = '', b = '', c = ''] = words;
    const rest = (n: number): string => words.slice(n).join(' ');
    switch (verb) {
      case 'new': {
        serials.set(a, serials.size + 1);
        const at = address;
        address += 4;
        return [Op.NEW, object(a), string(b), ObjectKind[(c || 'INSTANCE') as keyof typeof ObjectKind], at, Number(words[3] ?? 48)];
      }
      case 'count': return [Op.COUNT, object(a), Number(b)];
      case 'value': return [Op.VALUE, object(a), string(rest(1))];
      case 'free': return [Op.FREE, object(a)];
      case 'reuse': return [Op.REUSE, object(a)];
      case 'finalize': return [Op.FINALIZE, object(a)];
      case 'name': return [Op.NAME, ...scoped(a), ref(rest(1))];
      case 'unname': return [Op.UNNAME, ...scoped(a)];
      case 'slot': return [Op.SLOT, object(a), label(b), ref(rest(2))];
      case 'unslot': return [Op.UNSLOT, object(a), label(b)];
      case 'length': return [Op.LENGTH, object(a), Number(b)];
      case 'frame': return [Op.FRAME, string(a), string(b || CELL_FILE), 1];
      case 'return': return [Op.RETURN];
      case 'out': return [Op.OUTPUT, 0, string(rest(0))];
      case 'raise': return [Op.RAISE, string(a), string(rest(1))];
      case 'gcstart': return [Op.GC_START, ...words.map(Number)];
      case 'gcphase': return [Op.GC_PHASE, Number(a)];
      case 'gcrefs': return [Op.GC_REFS, object(a), Number(b)];
      case 'gcsub': return [Op.GC_SUBTRACT, object(a), object(b), Number(c)];
      case 'gcreached': return [Op.GC_REACHED, object(a), object(b)];
      case 'gcclear': return [Op.GC_CLEAR, object(a)];
      case 'gcunshown': return [Op.GC_UNSHOWN, Number(a), Number(b)];
      case 'gcpromote': return [Op.GC_PROMOTE, object(a), Number(b)];
      case 'gcverdict': return [Op.GC_VERDICT, object(a), Number(b)];
      case 'gcstop': return [Op.GC_STOP, ...words.map(Number)];
      default: throw new Error(`no operation ${source}`);
    }
  };
  const ops = (part: string): number[] => part.split(';').map((piece) => piece.trim()).filter((piece) => piece !== '').flatMap(op);
  const start: number[] = [];
  const steps: number[][] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const head = line.slice(0, colon);
    if (head === 'start') {
      start.push(...ops(line.slice(colon + 1)));
    } else {
      steps.push([Number(head), ...ops(line.slice(colon + 1))]);
    }
  }
  const payload: TracePayload = {
    version: 1, python: options.python ?? '3.14', file: CELL_FILE, source: options.source ?? '', run: 1, strings, start, steps,
    totals: { live: 812, shown: 4, freed: 2, count: [41, 3, 0], threshold: [2000, 10, 10] }
  };
  if (options.folded !== undefined) {
    payload.folded = options.folded;
  }
  return payload;
}

const DOOMED_SOURCE = `%%memory-sim
class Doomed:
    def __del__(self):
        print(f"{self} goes")

v1 = Doomed()
v2 = v1
del v1
v2 = None
print("end")`;

/// The lecture's first demo: the count goes 1, 2, 1, 0.
export function doomedTrace(): TracePayload {
  return trace(
    `start: frame <module>
     2: new C type CLASS 1064; count C 5; name Doomed C
     6: new d Doomed; count d 1; slot d friends 'None; name v1 d; count C 6
     7: name v2 d; count d 2
     8: unname v1; count d 1
     9: name v2 'None; count d 0; finalize d; frame __del__
     4: name 1:self d; count d 1; out <Doomed object> goes
     4: return; count d 0
     9: free d; count C 5
     10: out end`,
    { source: DOOMED_SOURCE }
  );
}

const FRIENDS_SOURCE = `%%memory-sim
michael, sarah = Person("Michael"), Person("Sarah")
michael.friends.append(sarah)
sarah.friends.append(michael)
keep = [sarah.name]
michael = None
sarah = None            # now nothing can reach either of them
gc.collect()
again = Person("Ada")`;

/// The lecture's second demo: a cycle that only a collection can free.
export function friendsTrace(): TracePayload {
  return trace(
    `start: frame <module>; new C type CLASS 1064; count C 5; name Person C
     2: new m Person; count m 2; frame __init__
     4: name 1:self m; name 1:name '"Michael"; slot m name '"Michael"
     5: new f list SEQUENCE 56; slot m friends f; count f 1; return; count m 1
     2: new s Person; count s 2; frame __init__
     4: name 1:self s; name 1:name '"Sarah"; slot s name '"Sarah"
     5: new g list SEQUENCE 56; slot s friends g; count g 1; return; count s 1
     2: name michael m; name sarah s
     3: slot f [0] s; length f 1; count s 2
     4: slot g [0] m; length g 1; count m 2
     5: new k list SEQUENCE 56; slot k [0] '"Sarah"; length k 1; name keep k
     6: name michael 'None; count m 1
     7: name sarah 'None; count s 1
     8: gcstart 2 1 5; gcphase 1; gcrefs m 1; gcrefs f 1; gcrefs s 1; gcrefs g 1; gcrefs k 1; gcphase 2; gcsub m f 0; gcsub f s 0; gcsub s g 0; gcsub g m 0; gcphase 3; gcverdict m 1; gcverdict f 1; gcverdict s 1; gcverdict g 1; gcverdict k 0; gcphase 4; finalize m; frame __del__
     7: name 1:self m; count m 2; out Person Michael deleted
     7: return; count m 1; finalize s; frame __del__
     7: name 1:self s; count s 2; out Person Sarah deleted
     7: return; count s 1
     8: gcphase 5; unslot m name; unslot m friends; free f; unslot s friends; free m; free s; free g; count C 3; gcstop 2 4 0
     9: reuse m; new a Person; count a 1; slot a name '"Ada"; name again a`,
    { source: FRIENDS_SOURCE }
  );
}

/// A long trace: a list grows by an instance a step, and every tenth step frees one again.
export function longTrace(steps: number): TracePayload {
  const lines = ['start: frame <module>; new l list SEQUENCE 56; count l 1; name things l'];
  for (let i = 0; i < steps; i++) {
    const parts = [`new o${i} Item`, `count o${i} 1`, `slot o${i} number '${i}`, `slot l [${i}] o${i}`, `length l ${i + 1}`];
    if (i % 10 === 9) {
      parts.push(`unslot l [${i - 5}]`, `count o${i - 5} 0`, `free o${i - 5}`);
    }
    lines.push(`${2 + (i % 3)}: ${parts.join('; ')}`);
  }
  return trace(lines.join('\n'), { source: 'a\nb\nc\nd\ne' });
}
