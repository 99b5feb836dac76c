import { describe, expect, it } from 'vitest';
import { findGarbage } from '../../src/views/reach';
import { Timeline } from '../../src/views/timeline';
import { friendsTrace, trace } from './notation';
import type { TracePayload } from '../../src/core/trace/payload';

function garbageTypes(payload: TracePayload, n?: number): string[] {
  const timeline = new Timeline(payload);
  const state = timeline.at(n ?? timeline.end);
  return [...findGarbage(state)].map((serial) => state.objects.get(serial)!.type).sort();
}

describe('findGarbage', () => {
  it('finds the cycle once both names are gone, and not before', () => {
    expect(garbageTypes(friendsTrace(), 11)).toEqual([]);
    expect(garbageTypes(friendsTrace(), 12)).toEqual(['Person', 'Person', 'list', 'list']);
    expect(garbageTypes(friendsTrace(), 22)).toEqual([]);
  });

  it('spares what a count says is held from outside the picture, and all that it reaches', () => {
    expect(garbageTypes(trace('1: new a A; count a 1; new b B; count b 1; slot a x b'))).toEqual([]);
    expect(garbageTypes(trace('1: new a A; count a 1; new b B; count b 1; slot a x b; slot b y a'))).toEqual(['A', 'B']);
    expect(garbageTypes(trace('1: new a A; count a 2; new b B; count b 1; slot a x b; slot b y a'))).toEqual([]);
  });

  it('counts immortal objects, and those whose dealloc has begun, as no garbage', () => {
    expect(garbageTypes(trace('1: new a A; count a -1; slot a me a'))).toEqual([]);
    expect(garbageTypes(trace('1: new a A; count a 0; slot a me a'))).toEqual([]);
  });

  it('reaches from the names of every frame', () => {
    expect(garbageTypes(trace('1: new a A; count a 1; frame f; name 1:x a'))).toEqual([]);
    expect(garbageTypes(trace('1: new a A; count a 1; slot a me a; frame f; name 1:x a; count a 2\n2: return; count a 1'))).toEqual(['A']);
  });
});
