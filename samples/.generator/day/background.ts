import type { Actor } from '../actors/actor.ts';
import { actors } from '../actors/actors.ts';
import type { Scene } from '../calls/call.ts';
import { calls } from '../calls/calls.ts';
import { estates } from '../estate.ts';
import { randomOf } from '../random.ts';
import type { Happening } from '../record.ts';
import { type Routine, routines, type Weights } from './routines.ts';

const minuteMs = 60_000;
const atMs = (clock: string) => Date.parse(`2026-03-04T${clock}:00Z`);

/** A time as CloudTrail writes it, in whole seconds. */
export const writeTime = (timeMs: number) => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;

function weighted(text: Weights, prefix = ''): [string, number][] {
  return text.split(', ').map((entry) => {
    const [name, weight] = entry.split(' ');
    return [`${prefix}${name}`, Number(weight)];
  });
}

function* timesOf({ hours, bursts, count }: Routine, random: Scene['random']): Generator<number> {
  const [startMs, endMs] = [atMs(hours[0]), atMs(hours[1])];
  const burstMs = 3 * minuteMs;
  const starts = Array.from({ length: bursts ?? 0 }, () => random.between(startMs, endMs - burstMs));
  for (let at = 0; at < count; at++) {
    yield bursts ? random.pick(starts) + random.below(burstMs) : random.between(startMs, endMs);
  }
}

function ordinaryCall(
  name: string,
  scene: Scene,
): Pick<Happening, 'request' | 'response' | 'error' | 'more'> {
  const call = calls[name];
  if (!call) throw new Error(`a routine has a call that no table describes: ${name}`);
  const request = call.request?.(scene);
  for (const [share, code, message] of call.failures ?? []) {
    if (scene.random.chance(share)) return { request, error: [code, message(scene, request as never)] };
  }
  const more = call.additional ? { additionalEventData: call.additional(scene) } : undefined;
  return { request, response: call.response?.(scene, request as never), more };
}

/** An ordinary day at the company: thousands of calls that have nothing to do with the theft. */
export function* background(): Generator<Happening> {
  for (const routine of routines) {
    const random = randomOf(`routine of ${routine.actor}`);
    const actor: Actor = actors[routine.actor];
    const who = String(actor.identity?.arn ?? actor.account);
    const regions = weighted(routine.regions);
    const names = Object.entries(routine.calls).flatMap(([service, events]) =>
      weighted(events, `${service}:`),
    );
    let count = 0;
    for (const timeMs of timesOf(routine, random)) {
      const label = `${routine.actor} ${count++}`;
      const region = random.weighted(regions);
      const call = random.weighted(names);
      const scene = { random, estate: estates[actor.account]!, account: actor.account, region, who, label };
      yield { time: writeTime(timeMs), actor, call, region, label, ...ordinaryCall(call, scene) };
    }
  }
}
