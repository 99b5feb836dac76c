import { describe, expect, it } from 'vitest';
import { applyOps, emptyState, fork, snapshot } from '../../src/views/state';
import type { HeapState } from '../../src/views/state';
import { Timeline } from '../../src/views/timeline';
import type { TracePayload } from '../../src/core/trace/payload';
import { random } from './hostile';
import { doomedTrace, friendsTrace, longTrace, trace } from './notation';

/// The states by the definition: every step of the payload applied in order, from nothing.
function replayed(payload: TracePayload, moments: Timeline['moments']): HeapState[] {
  const draft = fork(emptyState(payload.file));
  return moments.map(({ ops, from, to }) => {
    applyOps(draft, ops, from, to, payload.strings);
    return snapshot(draft);
  });
}

describe('Timeline', () => {
  it('goes 1, 2, 1, 0 in the demo', () => {
    const timeline = new Timeline(doomedTrace());
    const counts = [2, 3, 4, 5].map((n) => [...timeline.at(n).objects.values()].find((o) => o.type === 'Doomed')!.count);
    expect(counts).toEqual([1, 2, 1, 0]);
  });

  it.each([['doomed', doomedTrace()], ['friends', friendsTrace()], ['long', longTrace(700)]])('seeks both ways in %s as a replay says', (_, payload) => {
    const timeline = new Timeline(payload);
    const states = replayed(payload, timeline.moments);
    for (let n = timeline.end; n >= 0; n -= Math.ceil(timeline.end / 40)) {
      expect(timeline.at(n)).toEqual(states[n]);
    }
    const next = random(7);
    for (let i = 0; i < 60; i++) {
      const n = Math.floor(next() * (timeline.end + 1));
      expect(timeline.at(n)).toEqual(states[n]);
    }
  }, 60_000);

  it('keeps states that were handed out as they were', () => {
    const timeline = new Timeline(friendsTrace());
    const early = timeline.at(3);
    const copy = structuredClone(early);
    timeline.at(timeline.end);
    timeline.at(4);
    expect(early).toEqual(copy);
  });

  it('cuts a collection into its phases', () => {
    const timeline = new Timeline(friendsTrace());
    const phases = timeline.moments.map((_, n) => timeline.at(n).collection?.phase);
    expect(phases.slice(12)).toEqual([undefined, 0, 1, 2, 3, 4, 4, 4, 4, 4, 5, undefined, undefined]);
    expect(timeline.moments.slice(13, 18).map((m) => m.step)).toEqual([12, 12, 12, 12, 12]);
  });

  it('clamps what is out of range', () => {
    const timeline = new Timeline(doomedTrace());
    expect(timeline.at(-5)).toEqual(timeline.at(0));
    expect(timeline.at(1e9)).toEqual(timeline.at(timeline.end));
    expect(timeline.at(NaN)).toEqual(timeline.at(0));
  });

  it('tells the file and frame of a line from the frame on top when its step began', () => {
    const timeline = new Timeline(doomedTrace());
    expect(timeline.moments.slice(5, 9).map(({ frame, line }) => [frame, line])).toEqual([['<module>', 9], ['__del__', 4], ['__del__', 4], ['<module>', 9]]);
  });

  it('keeps the module frame, whatever returns', () => {
    const timeline = new Timeline(trace('1: return; return; name x \'1\n2: frame f; name 1:y \'2\n2: return; return'));
    expect(timeline.at(3).frames).toHaveLength(1);
    expect(timeline.at(3).frames[0]!.names.get('x')).toBeLessThan(0);
  });

  it('passes over operations on objects it has never seen', () => {
    const payload = trace('start: frame <module>\n1: new a A; name a a');
    payload.steps.push([2, 6, 99, 3, 8, 98, 0, 1, 11, 97, 12, 96]);
    const timeline = new Timeline(payload);
    expect(timeline.at(2).objects).toEqual(timeline.at(1).objects);
  });
});
